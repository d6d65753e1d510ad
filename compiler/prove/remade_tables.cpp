#include "prove/remade_tables.hpp"

#include "prove/former_names.hpp"
#include "schema/lookup.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <string>

namespace headway::compiler {
namespace {

/// The tables of the schema before that are dropped or renamed, by folded name.
using dropped_tables = std::map<std::string, const watched_statement*>;

/// Goes through the section. `names` are those behind it then.
dropped_tables find_dropped(const section& of, const statement_log& log, former_names& names) {
    dropped_tables dropped;
    for (const watched_statement& each : log.statements()) {
        if (takes_table_away(of, each)) {
            const watched_action* const drop = each.find(SQLITE_DROP_TABLE);
            const std::string former =
                names.table(drop != nullptr ? drop->first : each.find(SQLITE_ALTER_TABLE)->second);
            const watched_statement*& by = dropped[former];
            if (by == nullptr || drop != nullptr) by = &each;
        }
        names.pass(of.sql(), each);
    }
    return dropped;
}

/// Whether one is a copy of the other, and not a summary.
bool shares_most_columns(const table_structure& before, const table_structure& after) {
    const auto shared =
        std::count_if(before.columns.begin(), before.columns.end(),
                      [&](const table_column& each) { return find_column(after, each.name) != nullptr; });
    return 2 * static_cast<std::size_t>(shared) > before.columns.size();
}

/// The dropped table whose rows, and those of no other, went into this one and nowhere else; or nothing.
const schema_object* find_renamed(const schema_object& table, const dropped_tables& dropped,
                                  const schema& before, const schema& after, const row_origins& origins) {
    for (const auto& [name, statement] : dropped) {
        if (!statement->does(SQLITE_DROP_TABLE)) continue;
        const schema_object* former = before.find(object_kind::table, name);
        if (former == nullptr || after.find(object_kind::table, name) != nullptr) continue;
        if (origins.fed_by(name) == std::set<std::string>{fold(table.name)} &&
            shares_most_columns(*former->structure, *table.structure))
            return former;
    }
    return nullptr;
}

} // namespace

bool takes_table_away(const section& of, const watched_statement& statement) {
    return statement.does(SQLITE_DROP_TABLE) ||
           (statement.does(SQLITE_ALTER_TABLE) &&
            table_renamed_to(of.sql().substr(statement.begin, statement.end - statement.begin)));
}

std::vector<remade_table> find_remade_tables(const section& of, const statement_log& log,
                                             const schema& before, const schema& after,
                                             const row_origins& origins) {
    former_names names(before);
    const dropped_tables dropped = find_dropped(of, log, names);
    std::vector<remade_table> remade;
    if (dropped.empty()) return remade;
    for (const auto& object : after.objects) {
        if (!object->structure || object->structure->is_virtual || !names.table(object->name).empty())
            continue;
        const schema_object* former = before.find(object_kind::table, object->name);
        if (former == nullptr) former = find_renamed(*object, dropped, before, after, origins);
        if (former == nullptr || former->structure->is_virtual) continue;
        const auto at = dropped.find(fold(former->name));
        if (at == dropped.end()) continue;
        if (at->second->does(SQLITE_DROP_TABLE) || origins.is_fed_by(object->name, former->name))
            remade.push_back({*former, *object, *at->second, origins.filled_by(object->name)});
    }
    return remade;
}

bool may_be_remade(std::string_view dropped, const schema& before, const schema& after) {
    if (after.find(object_kind::table, dropped) != nullptr) return true;
    const schema_object* const former = before.find(object_kind::table, dropped);
    if (former == nullptr || former->structure->is_virtual) return false;
    // What both share at the start is not new: mostly that is all.
    const auto fresh = std::mismatch(before.objects.begin(), before.objects.end(), after.objects.begin(),
                                     after.objects.end())
                           .second;
    if (fresh == after.objects.end()) return false;
    const schema_lookup known(before);
    return std::any_of(fresh, after.objects.end(), [&](const auto& object) {
        return object->structure && known.find(object_kind::table, object->name) == nullptr &&
               shares_most_columns(*former->structure, *object->structure);
    });
}

void find_what_remaking_loses(const proven_step& step, SQLite::Database& database,
                              const declared_names& declared, findings& found) {
    const auto& all = step.up.statements();
    const auto drops = [&](const watched_statement& each) {
        return takes_table_away(step.of.up, each) || each.does(SQLITE_DROP_VIEW);
    };
    if (std::none_of(all.begin(), all.end(), drops)) return;
    const row_origins origins(step.of.up, step.up, step.before, database);
    const auto remade = find_remade_tables(step.of.up, step.up, step.before, step.after, origins);
    find_lost_objects(step, remade, found);
    find_lost_constraints(step, remade, declared, found);
}

} // namespace headway::compiler
