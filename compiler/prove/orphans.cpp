#include "prove/orphans.hpp"

#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <limits>

namespace headway::compiler {
namespace {

/// The table that a row of the table misses a row of; empty if none does, or if SQLite cannot tell: a key
/// that refers to no key is a finding of its own.
std::string missed_parent(SQLite::Database& database, const std::string& table) try {
    SQLite::Statement check(database, "PRAGMA main.foreign_key_check(" + quote_name(table) + ")");
    return check.executeStep() ? check.getColumn(2).getString() : std::string();
} catch (const SQLite::Exception&) {
    return {};
}

/// How many rows lack their row of `parent`, or of any table; the most there can be if SQLite cannot tell.
std::int64_t count_orphans(SQLite::Database& database, const std::string& parent) {
    SQLite::Statement count(database, "SELECT count(*) FROM pragma_foreign_key_check WHERE ?1 = '' OR "
                                      "parent = ?1 COLLATE NOCASE");
    count.bind(1, parent);
    return count.tryExecuteStep() == SQLITE_ROW ? count.getColumn(0).getInt64()
                                                : std::numeric_limits<std::int64_t>::max();
}

} // namespace

orphans_by_table find_orphans(SQLite::Database& database, const schema& of) {
    orphans_by_table orphans;
    for (const auto& object : of.objects) {
        if (!object->structure || object->structure->foreign_keys.empty()) continue;
        if (std::string parent = missed_parent(database, object->name); !parent.empty())
            orphans.emplace(object->name, spelled_table(of, parent));
    }
    return orphans;
}

std::optional<watched_statement> statement_that_parts(const section& of, replay& state,
                                                      const std::string& parent) {
    std::vector<std::int64_t> counts; // before each statement
    statement_log log;
    log.on_prepared = [&](std::string_view, const watched_statement&) {
        counts.push_back(count_orphans(state.database(), parent));
    };
    if (state.run(of, &log) || counts.empty()) return {};
    const auto last = std::find_if(counts.rbegin(), counts.rend(),
                                   [&](std::int64_t count) { return count <= counts.front(); });
    return log.statements()[static_cast<std::size_t>(counts.rend() - last) - 1];
}

} // namespace headway::compiler
