#include "prove/row_counts.hpp"

#include "read/place.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// Whether a DELETE, or an INSERT OR REPLACE, is meant for the table. A DROP TABLE asks to delete as well.
bool deletes_rows(const statement_log& log, std::string_view table) {
    return std::any_of(log.statements().begin(), log.statements().end(), [&](const watched_statement& each) {
        return !each.does(SQLITE_DROP_TABLE) &&
               (each.does(SQLITE_DELETE, table) ||
                (each.does(SQLITE_INSERT, table) && each.does(SQLITE_READ, table)));
    });
}

location place_of_loss(const section& of, const statement_log& log, std::string_view table) {
    for (const watched_statement& each : log.statements()) {
        if (each.does(SQLITE_DROP_TABLE, table)) return statement_at(of, each.begin);
    }
    return marker_of(of);
}

std::string describe_loss(std::string_view table, std::int64_t before, std::int64_t now) {
    return fmt::format("table {} had {} {} and has {} behind this section", table, before,
                       before == 1 ? "row" : "rows", now);
}

std::vector<note> advice_on_loss() {
    return {{{}, "copy all rows, or delete those that may go by a DELETE that says so"}};
}

/// Whether rows of FIXTURES have shown the same.
bool is_said(std::string_view table, const findings& found) {
    return std::any_of(found.begin(), found.end(), [&](const finding& each) {
        return each.id == rule::rows_lost && each.message.starts_with(fmt::format("table {} had ", table));
    });
}

std::int64_t count_moved(const std::set<std::string>& to, const row_counts& before, const row_counts& after) {
    std::int64_t moved = 0;
    for (const std::string& table : to) {
        const auto now = after.find(table);
        const auto old = before.find(table);
        if (now != after.end()) moved += now->second - (old == before.end() ? 0 : old->second);
    }
    return moved;
}

} // namespace

row_counts count_rows(SQLite::Database& database, const schema& of) {
    row_counts counts;
    for (const auto& object : of.objects) {
        if (!object->structure || object->structure->is_virtual) continue;
        SQLite::Statement count(database, "SELECT count(*) FROM main." + quote_name(object->name));
        count.executeStep();
        counts.emplace(fold(object->name), count.getColumn(0).getInt64());
    }
    return counts;
}

void find_lost_rows(const section& of, const statement_log& log, const row_counts& before,
                    const row_counts& after, findings& found) {
    for (const auto& [table, count] : before) {
        const auto now = after.find(table);
        if (now == after.end() || now->second >= count || deletes_rows(log, table)) continue;
        found.push_back({rule::rows_lost, place_of_loss(of, log, table),
                         describe_loss(table, count, now->second), advice_on_loss()});
    }
}

void find_lost_made_up_rows(const section& of, const row_origins& origins, const row_counts& before,
                            const row_counts& after, std::string_view valid, findings& found) {
    for (const auto& [table, count] : before) {
        const auto now = after.find(table);
        const watched_statement* const rebuilt = origins.rebuilt_by(table);
        if (rebuilt == nullptr || now == after.end() || is_said(table, found)) continue;
        if (now->second + count_moved(origins.fed_by(table), before, after) >= count) continue;
        found.push_back({rule::rows_lost, statement_at(of, rebuilt->begin),
                         fmt::format("this loses rows that are valid {}: {} (rows made up by the proof)",
                                     valid, describe_loss(table, count, now->second)),
                         advice_on_loss()});
    }
}

} // namespace headway::compiler
