#include "prove/stale_searches.hpp"

#include "read/place.hpp"
#include "schema/full_text.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace headway::compiler {
namespace {

std::string command_of(const schema_object& search, std::string_view command) {
    const std::string name = quote_name(search.name);
    return fmt::format("INSERT INTO {} ({}) VALUES ('{}')", name, name, command);
}

/// Whether the search and its table say the same; by default FTS5 looks at the search alone.
bool fits(SQLite::Database& database, const schema_object& search) {
    const std::string name = quote_name(search.name);
    const std::string check =
        search.structure->module == "fts5"
            ? fmt::format("INSERT INTO main.{} ({}, rank) VALUES ('integrity-check', 1)", name, name)
            : command_of(search, "integrity-check");
    return (database.tryExec(check) & 0xff) != SQLITE_CORRUPT;
}

/// The search of the same name that is of this table.
const schema_object* find_search(const schema& in, const schema_object& like, const schema_object& of) {
    const schema_object* const found = in.find(object_kind::table, like.name);
    if (found == nullptr || !found->structure->is_virtual) return nullptr;
    const auto content = content_of(*found);
    return content && same_name(*content, of.name) ? found : nullptr;
}

} // namespace

stale_searches::stale_searches(SQLite::Database& database, const schema& start, const schema& reached,
                               const std::vector<remade_table>& remade) {
    for (const remade_table& each : remade) {
        for (const auto& object : start.objects) {
            if (!object->structure || !is_full_text(*object)) continue;
            const schema_object* const now = find_search(reached, *object, each.after);
            if (now == nullptr || find_search(start, *object, each.before) == nullptr) continue;
            const bool is_sound =
                database.tryExec(command_of(*object, "rebuild")) == SQLITE_OK && fits(database, *object);
            if (is_sound) searches_.push_back({*now, each});
        }
    }
}

void stale_searches::find(SQLite::Database& database, const section& of, const row_origins& origins,
                          findings& found) const {
    for (const search& each : searches_) {
        if (fits(database, each.now)) continue;
        const watched_statement* const filled = origins.filled_by(each.of.after.name);
        found.push_back(
            {rule::stale_search,
             statement_at(of, (filled == nullptr ? each.of.dropped : *filled).begin),
             fmt::format("behind this section {} finds other rows of table {} than it should, or none: it "
                         "knows them by rowids and text that they had before",
                         each.now.name, each.of.after.name),
             {{{},
               fmt::format("copy the rowids along (INSERT INTO … (rowid, …) SELECT rowid, …), or make the "
                           "search anew behind it: {}; or write into the header: -- headway:allow "
                           "stale-search <why>",
                           command_of(each.now, "rebuild"))}}});
    }
}

} // namespace headway::compiler
