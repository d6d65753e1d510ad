#include "prove/lint.hpp"
#include "read/place.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

constexpr std::array codes{SQLITE_CREATE_TEMP_TABLE, SQLITE_CREATE_TEMP_VIEW, SQLITE_CREATE_TEMP_TRIGGER,
                           SQLITE_CREATE_TEMP_INDEX};
/// What SQLite asks where the name says `temp.` and not the keyword.
constexpr std::array qualified{SQLITE_CREATE_TABLE, SQLITE_CREATE_VIEW, SQLITE_CREATE_TRIGGER,
                               SQLITE_CREATE_INDEX};

/// Whether a statement makes a temporary object, of that name unless it is empty.
bool makes(const watched_statement& statement, std::string_view name) {
    return std::any_of(statement.actions.begin(), statement.actions.end(), [&](const watched_action& one) {
        const bool is_qualified =
            one.third == "temp" && std::find(qualified.begin(), qualified.end(), one.code) != qualified.end();
        const bool is_it = is_qualified || std::find(codes.begin(), codes.end(), one.code) != codes.end();
        return is_it && (name.empty() || same_name(one.first, name));
    });
}

/// The temporary objects that are there, as `table t`.
std::vector<std::pair<std::string, std::string>> temporary_objects(SQLite::Database& database) {
    std::vector<std::pair<std::string, std::string>> result;
    SQLite::Statement row(database, "SELECT type, name FROM sqlite_temp_schema WHERE sql IS NOT NULL");
    while (row.executeStep())
        result.emplace_back(row.getColumn(0).getString(), row.getColumn(1).getString());
    return result;
}

} // namespace

void find_temporary(const section& of, const statement_log& log, SQLite::Database& database,
                    findings& found) {
    const auto& all = log.statements();
    if (std::none_of(all.begin(), all.end(), [](const auto& each) { return makes(each, {}); })) return;
    for (const auto& [kind, name] : temporary_objects(database)) {
        const auto made = std::find_if(all.rbegin(), all.rend(),
                                       [&, of_name = std::string_view(name)](const watched_statement& each) {
                                           return makes(each, of_name);
                                       });
        if (made == all.rend()) continue; // another revision's
        found.push_back(
            {rule::temporary,
             statement_at(of, made->begin),
             fmt::format("temporary {} {} is left behind: revisions of the same launch see it, and no "
                         "later launch does",
                         kind, quote_name(name)),
             {{{},
               fmt::format("drop it at the end of the section: DROP {} temp.{};",
                           kind == "table"   ? "TABLE"
                           : kind == "view"  ? "VIEW"
                           : kind == "index" ? "INDEX"
                                             : "TRIGGER",
                           quote_name(name))}}});
    }
}

} // namespace headway::compiler
