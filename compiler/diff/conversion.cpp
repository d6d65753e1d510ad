#include "diff/conversion.hpp"

#include "diff/clearing.hpp"
#include "diff/hazards.hpp"
#include "diff/table_change.hpp"
#include "diff/virtual_table.hpp"
#include "schema/compare.hpp"
#include "schema/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace headway {
namespace {

using objects = std::vector<const schema_object*>;

class planner {
public:
    planner(const conversion& of, clearing how) : of_(of), how_(how), work_(of.from.copy()) {}
    conversion_plan run();

private:
    void rename();
    void classify();
    void change_tables();
    void change_table(const schema_object& from, const schema_object& to);
    void clear();
    void drop_indexes();
    void drop_tables(bool early);
    bool blocks_a_name(const schema_object& table) const;
    void emit_tables(bool virtual_ones);
    void emit_table(const schema_object&);
    void add_indexes(const schema_object& table, change&);
    void refill_full_text();
    void create(object_kind);

    void add(change one) {
        if (!one.statements.empty()) plan_.changes.push_back(std::move(one));
    }
    /// Runs a statement at once, for those that what follows depends on.
    void run_now(change& into, std::string statement) {
        run_script(work_, statement);
        into.statements.push_back(std::move(statement));
    }
    bool differs(const schema_object& object) const {
        return different_.contains(key_of(object.kind, object.name));
    }
    std::string unused_name(const std::string& table) const;
    bool is_rebuilt(const std::string& table) const {
        const auto found = tables_.find(fold(table));
        return found != tables_.end() && found->second.rebuilt;
    }
    objects all(const schema& in, object_kind kind) const;

    const conversion& of_;
    clearing how_;
    SQLite::Database work_;
    schema now_; ///< `from` with its renamings done.
    std::optional<schema_lookup> before_;
    std::unordered_set<std::string> names_;
    std::unordered_set<std::string> different_;            ///< Keys of what changes, goes or comes.
    std::unordered_map<std::string, table_change> tables_; ///< By folded name: those that change.
    std::unordered_set<std::string> gone_tables_;
    std::unordered_set<std::string> cleared_; ///< Keys of the views and triggers that went.
    conversion_plan plan_;
};

objects planner::all(const schema& in, object_kind kind) const {
    objects result;
    for (const auto& object : in.objects) {
        if (object->kind == kind) result.push_back(object.get());
    }
    return result;
}

std::string planner::unused_name(const std::string& table) const {
    std::string name = table + "_new";
    for (int number = 2; names_.contains(fold(name)); ++number)
        name = fmt::format("{}_new{}", table, number);
    return name;
}

void planner::rename() {
    change tables;
    change columns;
    for (const renaming& one : of_.renamings) {
        if (one.column.empty())
            run_now(tables,
                    fmt::format("ALTER TABLE {} RENAME TO {};", quote_name(one.from), quote_name(one.table)));
    }
    for (const renaming& one : of_.renamings) {
        if (!one.column.empty()) {
            run_now(columns, fmt::format("ALTER TABLE {} RENAME COLUMN {} TO {};", quote_name(one.table),
                                         quote_name(one.from), quote_name(one.column)));
        }
    }
    add(std::move(tables));
    add(std::move(columns));
}

void planner::classify() {
    now_ = of_.from.read(work_);
    before_.emplace(now_);
    for (const schema* one : {static_cast<const schema*>(&now_), &of_.to.objects()}) {
        for (const auto& object : one->objects)
            names_.insert(fold(object->name));
    }
    for (const difference& one : compare(of_.to.objects(), now_)) {
        different_.insert(key_of(one.object, one.name));
        if (one.object == object_kind::table && one.kind == difference_kind::extra)
            gone_tables_.insert(fold(one.name));
    }
}

void planner::change_table(const schema_object& from, const schema_object& to) {
    table_task task{from, to, {}, {}, of_.restoring, unused_name(to.name)};
    for (const auto& index : of_.to.indexes_of(to.name)) {
        if (!differs(*index)) task.kept_indexes.push_back(index.get());
    }
    for (const backfill& one : of_.backfills) {
        if (same_name(one.table, to.name)) task.backfills[fold(one.column)] = one.expression;
    }
    table_change result = headway::change_table(task, of_.to);
    plan_.filled[fold(to.name)] = result.filled;
    plan_.refusals.insert(plan_.refusals.end(), result.refusals.begin(), result.refusals.end());
    tables_.emplace(fold(to.name), std::move(result));
}

void planner::change_tables() {
    for (const schema_object* table : all(of_.to.objects(), object_kind::table)) {
        const schema_object* const before = before_->find(*table);
        if (before && differs(*table)) change_table(*before, *table);
    }
}

/// Takes views and triggers out of the way of what follows.
void planner::clear() {
    std::unordered_set<std::string> names;
    for (const auto& [name, table] : tables_) {
        if (table.rebuilt || how_ != clearing::needed) names.insert(name);
    }
    if (how_ != clearing::needed) names.insert(gone_tables_.begin(), gone_tables_.end());
    change result;
    objects going = in_the_way(now_, different_, std::move(names));
    const auto updates = [&](const schema_object* trigger) {
        const auto table = tables_.find(fold(trigger->table));
        return table != tables_.end() && table->second.updated &&
               std::find(going.begin(), going.end(), trigger) == going.end();
    };
    for (const schema_object* trigger : all(now_, object_kind::trigger)) {
        if (updates(trigger)) going.push_back(trigger);
    }
    for (const object_kind kind : {object_kind::trigger, object_kind::view}) {
        for (auto object = going.rbegin(); object != going.rend(); ++object) {
            if ((*object)->kind != kind) continue;
            cleared_.insert(key_of(kind, (*object)->name));
            if (!gone_tables_.contains(fold((*object)->table)))
                result.statements.push_back(drop_statement(**object));
        }
    }
    const bool again =
        std::any_of(going.begin(), going.end(), [&](const schema_object* one) { return !differs(*one); });
    if (again) result.title = "Out of the way while tables change; created again below.";
    add(std::move(result));
}

void planner::drop_indexes() {
    change result;
    for (const schema_object* index : all(now_, object_kind::index)) {
        if (!differs(*index) || gone_tables_.contains(fold(index->table))) continue;
        const schema_object* const again = of_.to.find(object_kind::index, index->name);
        const bool moves = (again && !same_name(again->table, index->table)) ||
                           of_.to.find(object_kind::table, index->name) ||
                           of_.to.find(object_kind::view, index->name);
        if (!is_rebuilt(index->table) || moves) result.statements.push_back(drop_statement(*index));
    }
    add(std::move(result));
}

/// Whether a new index wants a name that goes with this table.
bool planner::blocks_a_name(const schema_object& table) const {
    const auto indexes = all(now_, object_kind::index);
    return of_.to.find(object_kind::index, table.name) ||
           std::any_of(indexes.begin(), indexes.end(), [&](const schema_object* index) {
               return same_name(index->table, table.name) && of_.to.find(*index);
           });
}

/// Late where possible, so that backfills can read from the tables that go.
void planner::drop_tables(bool early) {
    objects tables = all(now_, object_kind::table);
    for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
        if (!gone_tables_.contains(fold((*table)->name)) || blocks_a_name(**table) != early) continue;
        add({{}, {drop_statement(**table)}, {{"rows-lost", "table " + (*table)->name, "its rows are lost"}}});
    }
}

void planner::add_indexes(const schema_object& table, change& into) {
    const schema_object* const before = before_->find(table);
    for (const auto& index : of_.to.indexes_of(table.name)) {
        if (!differs(*index)) continue;
        into.statements.push_back(of_.to.statement(*index));
        if (!before || !before->structure) continue;
        if (auto found = unique_hazard(*index, *before)) into.hazards.push_back(std::move(*found));
    }
}

void planner::emit_table(const schema_object& table) {
    const auto changed = tables_.find(fold(table.name));
    change result;
    if (changed != tables_.end()) {
        result = changed->second.text;
    } else if (differs(table)) {
        result.statements.push_back(of_.to.statement(table));
        if (content_of(table).value_or("") != "") result.statements.push_back(refill(table));
    }
    if (changed == tables_.end() || !changed->second.rebuilt) add_indexes(table, result);
    add(std::move(result));
}

void planner::emit_tables(bool virtual_ones) {
    for (const schema_object* table : all(of_.to.objects(), object_kind::table)) {
        if (table->structure->is_virtual == virtual_ones) emit_table(*table);
    }
}

/// The index of a text search follows when the table that holds its text is rebuilt.
void planner::refill_full_text() {
    change result;
    for (const schema_object* table : all(of_.to.objects(), object_kind::table)) {
        if (!differs(*table) && is_rebuilt(content_of(*table).value_or("")))
            result.statements.push_back(refill(*table));
    }
    add(std::move(result));
}

void planner::create(object_kind kind) {
    for (const schema_object* object : all(of_.to.objects(), kind)) {
        if (differs(*object) || cleared_.contains(key_of(kind, object->name)))
            add({{}, {of_.to.statement(*object)}, {}});
    }
}

conversion_plan planner::run() {
    if (how_ == clearing::all) {
        change result{"Out of the way while tables change; created again below.", {}, {}};
        for (const object_kind kind : {object_kind::trigger, object_kind::view}) {
            objects some = all(of_.from.objects(), kind);
            for (auto object = some.rbegin(); object != some.rend(); ++object)
                run_now(result, drop_statement(**object));
        }
        add(std::move(result));
    }
    rename();
    classify();
    change_tables();
    clear();
    drop_indexes();
    drop_tables(true);
    emit_tables(false);
    emit_tables(true);
    refill_full_text();
    drop_tables(false);
    create(object_kind::view);
    create(object_kind::trigger);
    return std::move(plan_);
}

} // namespace

conversion_plan plan_conversion(const conversion& of, clearing how) {
    return planner(of, how).run();
}

} // namespace headway
