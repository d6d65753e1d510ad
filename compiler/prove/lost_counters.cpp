#include "prove/lost_counters.hpp"

#include "prove/former_names.hpp"
#include "read/place.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace headway::compiler {
namespace {

constexpr std::int64_t none = -1;

std::int64_t counter_of(SQLite::Database& database, const std::string& table) {
    SQLite::Statement row(database, "SELECT seq FROM sqlite_sequence WHERE name = ? COLLATE NOCASE");
    row.bind(1, table);
    return row.executeStep() ? row.getColumn(0).getInt64() : none;
}

/// What carries the counter of the one table over to the other.
std::string carrying(const std::string& from, const std::string& to) {
    return fmt::format("DELETE FROM sqlite_sequence WHERE name = {}; INSERT INTO sqlite_sequence (name, seq) "
                       "SELECT {}, seq FROM sqlite_sequence WHERE name = {};",
                       quote_string(to), quote_string(to), quote_string(from));
}

} // namespace

lost_counters::lost_counters(SQLite::Database& database, const std::vector<remade_table>& remade) {
    constexpr std::int64_t ahead = 1000;
    for (const remade_table& each : remade) {
        if (!is_autoincrement(each.before) || !is_autoincrement(each.after)) continue;
        const std::int64_t now = counter_of(database, each.before.name);
        if (now == none) continue;
        SQLite::Statement put(database, "UPDATE sqlite_sequence SET seq = ? WHERE name = ? COLLATE NOCASE");
        put.bind(1, now + ahead);
        put.bind(2, each.before.name);
        put.exec();
        counters_.push_back({each, now + ahead});
    }
}

void lost_counters::find(SQLite::Database& database, const section& of, const row_origins& origins,
                         findings& found) const {
    for (const counter& each : counters_) {
        if (counter_of(database, each.of.after.name) >= each.before) continue;
        const watched_statement& away = each.of.dropped;
        const watched_action* const dropped = away.find(SQLITE_DROP_TABLE);
        const std::string former =
            dropped != nullptr
                ? dropped->first
                : table_renamed_to(of.sql().substr(away.begin, away.end - away.begin)).value_or("");
        const watched_statement* const filled = origins.filled_by(each.of.after.name);
        const watched_action* const into = filled == nullptr ? nullptr : filled->find(SQLITE_INSERT);
        found.push_back(
            {rule::counter_lost,
             statement_at(of, each.of.dropped.begin),
             fmt::format("the counter of AUTOINCREMENT goes with the old table {}: the new one gives ids of "
                         "rows that were deleted again",
                         each.of.before.name),
             {{{},
               fmt::format("carry it over behind the copy: {} Otherwise write into the header: -- "
                           "headway:allow counter-lost <why>",
                           carrying(former, into == nullptr ? each.of.after.name : into->first))}}});
    }
}

} // namespace headway::compiler
