#include "schema/reference.hpp"

#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

namespace headway::compiler {

std::string foreign_key_mismatch(SQLite::Database& database, const std::string& table) {
    try {
        const std::string of = table.empty() ? "" : fmt::format("({})", quote_name(table));
        SQLite::Statement check(database, "PRAGMA main.foreign_key_check" + of);
        while (check.executeStep()) {
        }
    } catch (const SQLite::Exception& failure) {
        return failure.what();
    }
    return {};
}

} // namespace headway::compiler
