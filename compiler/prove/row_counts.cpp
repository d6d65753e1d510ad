#include "prove/row_counts.hpp"

#include "prove/place.hpp"
#include "schema/name.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

namespace headway {
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
        found.push_back({rule::rows_lost,
                         place_of_loss(of, log, table),
                         fmt::format("table {} had {} {} and has {} behind this section", table, count,
                                     count == 1 ? "row" : "rows", now->second),
                         {{{}, "copy all rows, or delete those that may go by a DELETE that says so"}}});
    }
}

} // namespace headway
