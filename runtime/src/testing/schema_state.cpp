#include "testing/schema_state.hpp"

#include "headway/error.hpp"
#include "sqlite/schema_digest.hpp"
#include "sqlite/statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

namespace headway::testing {
using namespace detail;
namespace {

[[noreturn]] void fail_to_read(sqlite3* db) {
    throw error(error_code::database, joined({"the schema cannot be read: ", sqlite3_errmsg(db)}));
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

} // namespace headway::testing
