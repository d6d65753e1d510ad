#include "project/database.hpp"

#include "project/database_name.hpp"
#include "project/project.hpp"
#include "project/usage_error.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>

namespace headway::compiler {
namespace {

void require_name(const settings& from) {
    if (!names_database(from))
        throw usage_error("no database is named: write --database FILE, set HEADWAY_DATABASE, or write "
                          "database = \"FILE\" into headway.toml");
}

} // namespace

bool names_database(const settings& from) noexcept {
    return !from.database.empty();
}

SQLite::Database open_database(const settings& from, access wanted) {
    require_name(from);
    const database_name name = parse_database_name(from.database);
    const int flags = (wanted == access::read ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE) |
                      (wanted == access::create ? SQLite::OPEN_CREATE : 0) |
                      (name.is_uri ? SQLite::OPEN_URI : 0);
    try {
        return SQLite::Database(name.text, flags);
    } catch (const SQLite::Exception& failure) {
        const bool missing = wanted != access::create && !database_exists(from);
        throw std::runtime_error(
            missing ? fmt::format("there is no database {}\n`headway upgrade` creates it.", name.text)
                    : fmt::format("cannot open the database {}: {}", name.text, failure.what()));
    }
}

bool database_exists(const settings& from) {
    require_name(from);
    const database_name name = parse_database_name(from.database);
    if (!name.is_uri) return std::filesystem::exists(name.text);
    try {
        const SQLite::Database probe(name.text, SQLite::OPEN_READONLY | SQLite::OPEN_URI);
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

std::vector<std::string> read_rows(const settings& from) {
    SQLite::Database database = open_database(from, access::read);
    return current(database, runtime_options(from));
}

} // namespace headway::compiler
