#include "prove/changed_objects.hpp"
#include "prove/lint.hpp"
#include "read/place.hpp"
#include "schema/lookup.hpp"
#include "schema/reference.hpp"
#include "schema/spelling.hpp"
#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>

namespace headway::compiler {
namespace {

bool loses_rows(const foreign_key& key) {
    return same_name(key.on_delete, "cascade") || same_name(key.on_delete, "set null") ||
           same_name(key.on_delete, "set default");
}

/// The tables of `all` that refer to `parent` in a way that `wanted` accepts.
template <class Wanted>
std::vector<std::string> children_of(const schema& all, std::string_view parent, Wanted wanted) {
    std::vector<std::string> names;
    for (const auto& object : all.objects) {
        if (!object->structure || same_name(object->name, parent)) continue;
        const auto& keys = object->structure->foreign_keys;
        if (std::any_of(keys.begin(), keys.end(),
                        [&](const foreign_key& key) { return same_name(key.table, parent) && wanted(key); }))
            names.push_back(object->name);
    }
    return names;
}

/// Tables of which the up section may have changed the keys, or those that their keys refer to. Linear in
/// what changed, but for a pass over all foreign keys.
std::vector<const schema_object*> touched_children(const proven_step& step) {
    const std::vector<const schema_object*> changed = changed_objects(step.before, step.after);
    std::set<std::string> fresh;
    for (const schema_object* each : changed)
        fresh.insert(fold(each->table));
    for (const watched_statement& each : step.up.statements()) {
        if (const watched_action* drop = each.find(SQLITE_DROP_INDEX)) fresh.insert(fold(drop->second));
        if (const watched_action* drop = each.find(SQLITE_DROP_TABLE)) fresh.insert(fold(drop->first));
    }
    std::vector<const schema_object*> touched;
    for (const auto& object : step.after.objects) {
        if (!object->structure || object->structure->foreign_keys.empty()) continue;
        const auto& keys = object->structure->foreign_keys;
        if (std::find(changed.begin(), changed.end(), object.get()) != changed.end() ||
            std::any_of(keys.begin(), keys.end(),
                        [&](const foreign_key& key) { return fresh.contains(fold(key.table)); }))
            touched.push_back(object.get());
    }
    return touched;
}

/// The first statement that does `code` to a table, or null.
const watched_statement* statement_on(const statement_log& log, int code, std::string_view table) {
    for (const watched_statement& each : log.statements()) {
        if (each.does(code, table)) return &each;
    }
    return nullptr;
}

/// Where a foreign key of the table lost the key that it refers to: at its own statement, or at the last that
/// drops an index or the table of a parent, or alters it.
location place_of_mismatch(const proven_step& step, const schema_object& child) {
    const auto& all = step.up.statements();
    const auto& keys = child.structure->foreign_keys;
    const auto is_parent = [&](std::string_view table) {
        return std::any_of(keys.begin(), keys.end(),
                           [&](const foreign_key& key) { return same_name(key.table, table); });
    };
    const auto to_blame = std::find_if(all.rbegin(), all.rend(), [&](const watched_statement& each) {
        return each.does(SQLITE_CREATE_TABLE, child.name) ||
               std::any_of(each.actions.begin(), each.actions.end(), [&](const watched_action& action) {
                   const bool names_table_second =
                       action.code == SQLITE_DROP_INDEX || action.code == SQLITE_ALTER_TABLE;
                   return (names_table_second && is_parent(action.second)) ||
                          (action.code == SQLITE_DROP_TABLE && is_parent(action.first));
               });
    });
    return to_blame == all.rend() ? marker_of(step.of.up) : statement_at(step.of.up, to_blame->begin);
}

/// The column that a foreign key's `at`th column refers to.
std::string referred_column(const schema_object& parent, const foreign_key& key, std::size_t at) {
    if (!key.to[at].empty()) return key.to[at];
    for (const table_column& column : parent.structure->columns) {
        if (column.primary_key == static_cast<int>(at) + 1) return column.name;
    }
    return {};
}

/// The column of a parent by whose former collation, which was not that of bytes, values were equal that may
/// not be any more; empty if there is none.
std::string parting_column(const schema_object& before, const schema_object& now, const foreign_key& key) {
    for (std::size_t at = 0; at < key.from.size(); ++at) {
        const std::string column = referred_column(now, key, at);
        const std::string old = collation_of(definition_of(before.sql, column));
        if (old != "binary" && old != collation_of(definition_of(now.sql, column))) return column;
    }
    return {};
}

/// Where a table was made anew.
location place_of_table(const proven_step& step, const std::string& table) {
    const watched_statement* made = statement_on(step.up, SQLITE_DROP_TABLE, table);
    if (made == nullptr) made = statement_on(step.up, SQLITE_CREATE_TABLE, table);
    return made == nullptr ? marker_of(step.of.up) : statement_at(step.of.up, made->begin);
}

} // namespace

void find_parting_parents(const proven_step& step, findings& found) {
    std::set<std::string> changed;
    for (const schema_object* each : changed_objects(step.before, step.after))
        if (each->structure) changed.insert(fold(each->name));
    for (const schema_object* child : touched_children(step)) {
        for (const foreign_key& key : child->structure->foreign_keys) {
            if (!changed.contains(fold(key.table))) continue;
            const schema_object* before = step.before.find(object_kind::table, key.table);
            const schema_object* now = step.after.find(object_kind::table, key.table);
            if (before == nullptr || now == nullptr || step.before.find(child->kind, child->name) == nullptr)
                continue;
            const std::string column = parting_column(*before, *now, key);
            if (column.empty()) continue;
            found.push_back(
                {rule::new_constraint,
                 place_of_table(step, key.table),
                 fmt::format("this fails on rows that are valid so far: rows of table {} are no longer equal "
                             "to their rows of table {} where they spell {}.{} otherwise",
                             child->name, now->name, now->name, column),
                 {{{},
                   "keep the COLLATE clause, give such rows the parent's spelling first in this section, or "
                   "write into the header: -- headway:allow new-constraint <why there are none>"}}});
        }
    }
}

void find_cascades(const proven_step& step, findings& found) {
    for (const watched_statement& each : step.up.statements()) {
        const watched_action* drop = each.find(SQLITE_DROP_TABLE);
        if (drop == nullptr || step.before.find(object_kind::table, drop->first) == nullptr ||
            step.after.find(object_kind::table, drop->first) == nullptr)
            continue;
        const auto children = children_of(step.before, drop->first, loses_rows);
        if (children.empty()) continue;
        found.push_back({rule::cascade,
                         statement_at(step.of.up, each.begin),
                         fmt::format("where foreign keys are on, dropping table {} takes along rows of {}, "
                                     "which refer to it by ON DELETE CASCADE or SET NULL",
                                     drop->first, fmt::join(children, ", ")),
                         {{{},
                           "Headway turns foreign keys off while it migrates; whoever runs this file "
                           "otherwise has to as well"}}});
    }
}

void find_broken_references(const proven_step& step, SQLite::Database& database, findings& found) {
    for (const schema_object* child : touched_children(step)) {
        for (const foreign_key& key : child->structure->foreign_keys) {
            if (step.after.find(object_kind::table, key.table) != nullptr) continue;
            const watched_statement* drop = statement_on(step.up, SQLITE_DROP_TABLE, key.table);
            if (drop == nullptr) continue;
            found.push_back(
                {rule::foreign_key,
                 statement_at(step.of.up, drop->begin),
                 fmt::format("table {} still refers to table {}, which is dropped", child->name,
                             spelled_table(step.before, key.table)),
                 {{{},
                   "ALTER TABLE RENAME takes references along: make the new table under another name, "
                   "drop the old one, and rename the new one last"}},
                 key_of(object_kind::table, child->name)});
        }
        const std::string wrong = foreign_key_mismatch(database, child->name);
        if (wrong.empty()) continue;
        found.push_back({rule::foreign_key,
                         place_of_mismatch(step, *child),
                         wrong,
                         {{{}, "the columns that a foreign key refers to must be the primary key or UNIQUE"}},
                         key_of(object_kind::table, child->name)});
    }
}

} // namespace headway::compiler
