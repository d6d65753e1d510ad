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

bool means_the_same(const std::string& name, const schema_object& left, const schema_object& right) {
    return left.sql == right.sql || digest_of(name, left.sql) == digest_of(name, right.sql);
}

/// Those behind a row of the schema table.
schema_state read_behind(sqlite3* db, std::int64_t row) {
    sqlite_statement query;
    int code = query.prepare(
        db, "SELECT type || ' ' || name, sql, rootpage, tbl_name FROM main.sqlite_schema WHERE rowid > ?1 "
            "AND sql "
            "IS NOT NULL AND substr(name, 1, 7) <> 'sqlite_' AND tbl_name NOT IN ('alembic_version', "
            "'headway_log')");
    if (code == SQLITE_OK) code = query.bind(1, row);
    schema_state state;
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = query.step();
        if (code != SQLITE_ROW) break;
        state.emplace(query.text(0),
                      schema_object{std::string(query.text(1)), query.number(2), std::string(query.text(3))});
    }
    if (code != SQLITE_DONE) fail_to_read(db);
    return state;
}

std::int64_t number_of(sqlite3* db, const char* sql) {
    sqlite_statement query;
    if (query.prepare(db, sql) != SQLITE_OK || query.step() != SQLITE_ROW) fail_to_read(db);
    return query.number(0);
}

} // namespace

schema_state read_state(sqlite3* db) {
    return read_behind(db, 0);
}

followed_schema::followed_schema(sqlite3* db)
    : db_(db),
      now_(read_state(db)),
      last_row_(last_row()),
      moves_roots_(number_of(db, "PRAGMA main.auto_vacuum") != 0) {}

std::int64_t followed_schema::last_row() const {
    return number_of(db_, "SELECT coalesce(max(rowid), 0) FROM main.sqlite_schema");
}

schema_changes followed_schema::follow(const step_effect& effect) {
    schema_changes changes;
    const bool drops = !effect.dropped.empty();
    if (effect.changes_any || (drops && (effect.creates || moves_roots_)))
        changes = read_anew();
    else if (drops)
        remove(effect.dropped, changes);
    else if (effect.creates)
        read_new(changes);
    last_row_ = last_row();
    return changes;
}

schema_changes followed_schema::read_anew() {
    schema_state all = read_state(db_);
    all.swap(now_);
    schema_changes changes;
    for (const auto& [name, object] : now_) {
        const auto was = all.find(name);
        if (was == all.end())
            changes.emplace(name, std::nullopt);
        else if (!(was->second == object))
            changes.emplace(name, was->second);
    }
    for (const auto& [name, object] : all) {
        if (now_.find(name) == now_.end()) changes.emplace(name, object);
    }
    return changes;
}

/// Rows of what is new stand at the end.
void followed_schema::read_new(schema_changes& changes) {
    for (auto& [name, object] : read_behind(db_, last_row_)) {
        changes.emplace(name, std::nullopt);
        now_.emplace(name, object);
    }
}

/// With a table what belongs to it.
void followed_schema::remove(const std::vector<std::string>& dropped, schema_changes& changes) {
    std::vector<std::string> tables;
    for (const std::string& name : dropped) {
        if (name.compare(0, 6, "table ") == 0) tables.push_back(name.substr(6));
    }
    for (auto at = now_.begin(); at != now_.end();) {
        if (std::binary_search(dropped.begin(), dropped.end(), at->first) ||
            std::binary_search(tables.begin(), tables.end(), at->second.table)) {
            changes.emplace(at->first, at->second);
            at = now_.erase(at);
        } else {
            ++at;
        }
    }
}

schema_changes both_changes(schema_changes first, const schema_changes& second) {
    first.insert(second.begin(), second.end()); // where both have something, the first has what was before
    return first;
}

std::vector<std::string> new_tables(const schema_changes& changes, const schema_state& now) {
    std::vector<std::string> tables;
    for (const auto& [name, was] : changes) {
        const auto is = now.find(name);
        if (name.compare(0, 6, "table ") == 0 && !was && is != now.end() && is->second.root != 0)
            tables.push_back(name.substr(6));
    }
    return tables;
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

std::vector<std::string> differences(const schema_changes& changes, const schema_state& now,
                                     const char* missing, const char* extra) {
    schema_state due;
    schema_state live;
    for (const auto& [name, was] : changes) {
        if (was) due.emplace(name, *was);
        const auto is = now.find(name);
        if (is != now.end()) live.emplace(*is);
    }
    return differences(due, live, missing, extra);
}

} // namespace headway::testing
