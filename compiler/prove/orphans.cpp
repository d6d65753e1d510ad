#include "prove/orphans.hpp"

#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

namespace headway::compiler {
namespace {

/// The table that a row of the table misses a row of; empty if none does, or if SQLite cannot tell: a key
/// that refers to no key is a finding of its own.
std::string missed_parent(SQLite::Database& database, const std::string& table) {
    SQLite::Statement check(database, "PRAGMA main.foreign_key_check(" + quote_name(table) + ")");
    return check.tryExecuteStep() == SQLITE_ROW ? check.getColumn(2).getString() : std::string();
}

} // namespace

std::map<std::string, std::string> find_orphans(SQLite::Database& database, const schema& of) {
    std::map<std::string, std::string> orphans;
    for (const auto& object : of.objects) {
        if (!object->structure || object->structure->foreign_keys.empty()) continue;
        if (std::string parent = missed_parent(database, object->name); !parent.empty())
            orphans.emplace(fold(object->name), std::move(parent));
    }
    return orphans;
}

} // namespace headway::compiler
