#include "testing/schema_state.hpp"

#include "headway/error.hpp"
#include "sqlite/schema_digest.hpp"
#include "sqlite/statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace headway::testing {
using namespace detail;
namespace {

[[noreturn]] void fail_to_read(sqlite3* db) {
    throw error(error_code::database, joined({"the schema cannot be read: ", sqlite3_errmsg(db)}));
}

std::int64_t count_rows(sqlite3* db, const std::string& table) {
    sqlite_statement query;
    if (query.prepare(db, joined({"SELECT count(*) FROM main.", quoted(table)}).c_str()) != SQLITE_OK ||
        query.step() != SQLITE_ROW)
        return 0; // a virtual table need not be countable
    return query.number(0);
}

/// Whether a table is one that SQLite keeps rows in for itself: virtual ones have theirs in tables that are
/// named after them.
bool is_plain_table(const schema_state& state, const std::string& name, const schema_object& object) {
    if (name.compare(0, 6, "table ") != 0 || object.root == 0) return false;
    for (std::size_t at = name.find('_'); at != std::string::npos; at = name.find('_', at + 1)) {
        const auto module = state.find(name.substr(0, at));
        if (module != state.end() && module->second.root == 0) return false;
    }
    return true;
}

bool means_the_same(const std::string& name, const schema_object& left, const schema_object& right) {
    return left.sql == right.sql || digest_of(name, left.sql) == digest_of(name, right.sql);
}

} // namespace

schema_state read_state(sqlite3* db) {
    sqlite_statement query;
    int code = query.prepare(
        db, "SELECT type || ' ' || name, sql, rootpage FROM main.sqlite_schema WHERE sql IS NOT NULL "
            "AND substr(name, 1, 7) <> 'sqlite_' AND tbl_name NOT IN ('alembic_version', "
            "'headway_log') ORDER BY 1");
    schema_state state;
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = query.step();
        if (code != SQLITE_ROW) break;
        state.emplace_hint(state.end(), query.text(0),
                           schema_object{std::string(query.text(1)), query.number(2)});
    }
    if (code != SQLITE_DONE) fail_to_read(db);
    return state;
}

std::vector<std::string> differences(const schema_state& due, const schema_state& live, const char* missing,
                                     const char* extra) {
    std::vector<std::string> lines;
    for (const auto& [name, object] : due) {
        const auto other = live.find(name);
        if (other == live.end())
            lines.push_back(joined({name, " ", missing}));
        else if (!means_the_same(name, object, other->second))
            lines.push_back(joined({name, " has ", where_they_part(name, object.sql, other->second.sql)}));
    }
    for (const auto& [name, object] : live) {
        if (due.find(name) == due.end()) lines.push_back(joined({name, " ", extra}));
    }
    return lines;
}

void count_again(sqlite3* db, const schema_state& before, const schema_state& after,
                 const std::vector<std::string>& written, row_counts& into) {
    for (const auto& [name, object] : before) {
        if (after.find(name) == after.end() && name.compare(0, 6, "table ") == 0) into.erase(name.substr(6));
    }
    for (const auto& [name, object] : after) {
        if (!is_plain_table(after, name, object)) continue;
        const std::string table = name.substr(6);
        const auto was = before.find(name);
        const bool is_as_before = was != before.end() && was->second == object &&
                                  !std::binary_search(written.begin(), written.end(), table);
        if (!is_as_before) into[table] = count_rows(db, table);
    }
}

} // namespace headway::testing
