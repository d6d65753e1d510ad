#include "prove/row_counts.hpp"

#include "prove/statement_words.hpp"
#include "read/place.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <utility>

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

/// What a copy leaves rows out by, as SQL spells it; empty if there is nothing of the kind.
std::string_view filter_of(const section& of, const watched_statement& copy) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> filters{
        {{"where", "WHERE"},
         {"limit", "LIMIT"},
         {"group", "GROUP BY"},
         {"having", "HAVING"},
         {"distinct", "DISTINCT"},
         {"join", "JOIN"},
         {"ignore", "OR IGNORE"},
         {"replace", "OR REPLACE"}}};
    int depth = 0;
    for (const word& each : words_of(of.sql(), copy.begin, copy.end)) {
        depth += each.text == "(" ? 1 : each.text == ")" ? -1 : 0;
        const auto found = std::find_if(filters.begin(), filters.end(),
                                        [&](const auto& filter) { return filter.first == each.text; });
        if (depth == 0 && each.at.kind == token_kind::word && found != filters.end()) return found->second;
    }
    return {};
}

note advice_on_filter(std::string_view filter) {
    return {{},
            fmt::format("the copy leaves rows out by {}: if that is meant, delete them before by a DELETE, "
                        "which says so, or write into the header: -- headway:allow rows-lost <why>",
                        filter)};
}

/// `copy` may be null.
std::vector<note> advice_on_loss(const section& of, const watched_statement* copy) {
    const std::string_view filter = copy == nullptr ? std::string_view() : filter_of(of, *copy);
    if (filter.empty()) return {{{}, "copy all rows, or delete those that may go by a DELETE that says so"}};
    return {advice_on_filter(filter)};
}

/// The last statement that fills a table from this one, or null.
const watched_statement* copy_of(const statement_log& log, std::string_view table) {
    const watched_statement* copy = nullptr;
    for (const watched_statement& each : log.statements())
        if (each.does(SQLITE_INSERT) && each.does(SQLITE_READ, table)) copy = &each;
    return copy;
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
        counts.emplace(object->name, count.getColumn(0).getInt64());
    }
    return counts;
}

void find_lost_rows(const section& of, const statement_log& log, const row_counts& before,
                    const row_counts& after, findings& found) {
    for (const auto& [table, count] : before) {
        const auto now = after.find(table);
        if (now == after.end() || now->second >= count || deletes_rows(log, table)) continue;
        found.push_back({rule::rows_lost, place_of_loss(of, log, table),
                         describe_loss(table, count, now->second), advice_on_loss(of, copy_of(log, table))});
    }
}

void find_lost_made_up_rows(const section& of, const row_origins& origins, const row_counts& before,
                            const row_counts& after, std::string_view valid, findings& found) {
    for (const auto& [table, count] : before) {
        const auto now = after.find(table);
        const watched_statement* const rebuilt = origins.rebuilt_by(table);
        if (rebuilt == nullptr || now == after.end() || is_said(table, found)) continue;
        if (now->second + count_moved(origins.fed_by(table), before, after) >= count) {
            if (origins.is_limited(table))
                found.push_back({rule::rows_lost,
                                 statement_at(of, rebuilt->begin),
                                 fmt::format("this loses rows of table {} where it has more than the LIMIT "
                                             "lets through",
                                             table),
                                 {advice_on_filter("LIMIT")}});
            continue;
        }
        found.push_back({rule::rows_lost, statement_at(of, rebuilt->begin),
                         fmt::format("this loses rows that are valid {}: {} (rows made up by the proof)",
                                     valid, describe_loss(table, count, now->second)),
                         advice_on_loss(of, rebuilt)});
    }
}

} // namespace headway::compiler
