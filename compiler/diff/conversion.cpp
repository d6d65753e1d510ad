#include "diff/conversion.hpp"

#include "diff/clearing.hpp"
#include "diff/planner.hpp"
#include "diff/virtual_table.hpp"
#include "schema/compare.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {
namespace {

constexpr const char* out_of_the_way = "Out of the way of what follows; created again below.";

std::string rename_table(const std::string& from, const std::string& to) {
    return fmt::format("ALTER TABLE {} RENAME TO {};", quote_name(from), quote_name(to));
}

std::string rename_statement(const renaming& one) {
    if (one.column.empty()) return rename_table(one.from, one.table);
    return fmt::format("ALTER TABLE {} RENAME COLUMN {} TO {};", quote_name(one.table), quote_name(one.from),
                       quote_name(one.column));
}

} // namespace

objects planner::all(const schema& in, object_kind kind) const {
    objects result;
    for (const auto& object : in.objects) {
        if (object->kind == kind) result.push_back(object.get());
    }
    return result;
}

std::string planner::unused_name(const std::string& table) const {
    // What begins with `sqlite_` SQLite keeps for itself.
    const std::string stem = fold(table) == "sqlite" ? "new_" + table : table + "_new";
    std::string name = stem;
    for (int number = 2; names_.contains(fold(name)); ++number)
        name = fmt::format("{}{}", stem, number);
    return name;
}

void planner::rename(const renaming& one, change& into) {
    try {
        if (one.column.empty() && same_name(one.from, one.table)) {
            // For SQLite the name is taken, by this very table.
            const std::string between = unused_name(one.table);
            run_now(into, rename_table(one.from, between));
            return run_now(into, rename_table(between, one.table));
        }
        run_now(into, rename_statement(one));
    } catch (const script_error& error) {
        throw renaming_error(one.column.empty() ? "table " + one.table
                                                : fmt::format("column {}.{}", one.table, one.column),
                             fmt::format("SQLite does not rename {}: {}", one.from, error.what()));
    }
}

/// Tables first, since columns are named with their table's new name.
void planner::rename() {
    for (const bool columns : {false, true}) {
        change result;
        for (const renaming& one : of_.renamings)
            if (one.column.empty() != columns) rename(one, result);
        add(std::move(result));
    }
}

/// Those that nothing new may be called by.
void planner::learn_names() {
    for (const side* one : {&of_.from, &of_.to}) {
        for (const auto& object : one->objects().objects)
            names_.insert(fold(object->name));
    }
}

void planner::classify() {
    now_ = work_ ? of_.from.read(*work_) : of_.from.objects();
    before_.emplace(now_);
    for (const difference& one : compare(of_.to.objects(), now_)) {
        different_.insert(key_of(one.object, one.name));
        if (one.object == object_kind::table && one.kind == difference_kind::extra)
            gone_tables_.insert(fold(one.name));
    }
}

objects planner::indexes_before(const std::string& table) const {
    objects result = all(now_, object_kind::index);
    std::erase_if(result, [&](const schema_object* one) { return !same_name(one->table, table); });
    return result;
}

void planner::change_table(const schema_object& from, const schema_object& to) {
    table_task task{from, to, {}, indexes_before(from.name), {}, of_.restoring, unused_name(to.name)};
    for (const auto& index : of_.to.indexes_of(to.name)) {
        if (!differs(*index)) task.kept_indexes.push_back(index.get());
    }
    for (const backfill& one : of_.backfills) {
        if (same_name(one.table, to.name)) task.backfills[fold(one.column)] = one.expression;
    }
    table_change result = compiler::change_table(task, of_.to);
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

/// Why views and triggers go that come back as they were; nothing about those that change.
std::string planner::title_of(const objects& going) const {
    std::vector<std::string> kept;
    for (const schema_object* one : going) {
        if (!differs(*one)) kept.push_back(fmt::format("{} {}", to_string(one->kind), one->name));
    }
    if (kept.empty() || kept.size() == going.size()) return kept.empty() ? "" : out_of_the_way;
    kept.front()[0] = static_cast<char>(kept.front()[0] - 'a' + 'A');
    return fmt::format("{} {} only out of the way of what follows; created again below.",
                       fmt::join(kept, ", "), kept.size() == 1 ? "is" : "are");
}

/// Takes views and triggers out of the way of what follows.
void planner::clear() {
    std::unordered_set<std::string> names;
    for (const auto& [name, table] : tables_) {
        if (table.rebuilt || how_ != clearing::needed) names.insert(name);
    }
    if (how_ != clearing::needed) names.insert(gone_tables_.begin(), gone_tables_.end());
    change result;
    const objects blocking = in_the_way(now_, {}, names);
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
            const bool goes_along = gone_tables_.contains(fold((*object)->table)) &&
                                    std::find(blocking.begin(), blocking.end(), *object) == blocking.end();
            if (!goes_along) result.statements.push_back(drop_statement(**object));
        }
    }
    result.title = title_of(going);
    add(std::move(result));
}

void planner::check_searches() {
    for (const schema_object* table : all(of_.to.objects(), object_kind::table)) {
        const std::string content = content_of(*table).value_or("");
        if (content.empty() || (!differs(*table) && !tables_.contains(fold(content)))) continue;
        if (auto found = check_content(*table, of_.to)) plan_.refusals.push_back(std::move(*found));
    }
}

conversion_plan planner::run() {
    if (how_ == clearing::all) {
        change result{out_of_the_way, {}, {}};
        for (const object_kind kind : {object_kind::trigger, object_kind::view}) {
            objects some = all(of_.from.objects(), kind);
            for (auto object = some.rbegin(); object != some.rend(); ++object)
                run_now(result, drop_statement(**object));
        }
        add(std::move(result));
    }
    learn_names();
    rename();
    classify();
    change_tables();
    check_searches();
    clear();
    drop_indexes();
    drop_tables(true);
    emit_tables(group::takes_text_over);
    emit_tables(group::ordinary);
    emit_tables(group::is_virtual);
    refill_full_text();
    drop_tables(false);
    create(object_kind::view);
    create(object_kind::trigger);
    return std::move(plan_);
}

conversion_plan plan_conversion(const conversion& of, clearing how) {
    return planner(of, how).run();
}

} // namespace headway::compiler
