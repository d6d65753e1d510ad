#include "project/database.hpp"

#include "apply/adopt.hpp"
#include "project/database_name.hpp"
#include "project/opened_database.hpp"
#include "project/project.hpp"
#include "project/usage_error.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>

namespace headway::compiler {
namespace {

/// SQLite does not open a database only to read by a URI that says more.
std::string to_read(const database_name& name) {
    std::string text = name.text;
    for (const std::string_view mode : {"mode=rwc", "mode=rw"}) {
        const std::size_t at = name.is_uri ? text.find(mode, text.find('?')) : text.npos;
        if (at != text.npos) text.replace(at, mode.size(), "mode=ro");
    }
    return text;
}

/// To open what is written to by another process would wait for that.
void require_file(const database_name& name) {
    std::error_code unknown;
    const std::filesystem::file_type type =
        name.is_uri ? std::filesystem::file_type::none : std::filesystem::status(name.text, unknown).type();
    const bool is_directory = type == std::filesystem::file_type::directory;
    if (is_directory || type == std::filesystem::file_type::fifo ||
        type == std::filesystem::file_type::socket)
        throw std::runtime_error(fmt::format("cannot open the database {}: it is {}", name.text,
                                             is_directory ? "a directory" : "no regular file"));
}

/// SQLite would only say that it cannot open the file.
void require_directory(const database_name& name) {
    const std::filesystem::path directory = std::filesystem::path(name.text).parent_path();
    std::error_code unknown; // opening it then says what is wrong
    if (name.is_uri || directory.empty() || std::filesystem::exists(directory, unknown) || unknown) return;
    throw std::runtime_error(fmt::format("cannot create the database {}: there is no directory {}", name.text,
                                         directory.string()));
}

/// What only a file can be asked for.
void refuse_server(const settings& from) {
    if (!from.server.empty())
        throw usage_error(
            "this is done for SQLite databases alone, and the one that is named is a PostgreSQL server's");
    if (from.of != engine::sqlite)
        throw usage_error(
            fmt::format("the migrations are for PostgreSQL, and `{}` is no database of a server: write "
                        "postgresql://host/name",
                        from.database));
}

/// SQLite alone knows which file a URI means.
bool uri_exists(const std::string& uri) {
    sqlite3* probe = nullptr;
    const int code = sqlite3_open_v2(uri.c_str(), &probe, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    const bool missing = code == SQLITE_CANTOPEN && sqlite3_system_errno(probe) == ENOENT;
    sqlite3_close(probe);
    return !missing;
}

} // namespace

bool names_database(const settings& from) noexcept {
    return !from.database.empty();
}

void require_database(const settings& from) {
    if (!names_database(from))
        throw usage_error("no database is named: write --database FILE, set HEADWAY_DATABASE, or write "
                          "database = \"FILE\" into headway.toml");
}

SQLite::Database open_database(const settings& from, access wanted) {
    refuse_server(from);
    require_database(from);
    const database_name name = parse_database_name(from.database);
    require_file(name);
    if (wanted == access::look && !database_exists(from))
        return SQLite::Database(":memory:", SQLite::OPEN_READWRITE);
    const bool writes = wanted == access::write || wanted == access::create;
    if (wanted == access::create) require_directory(name);
    const int flags = (writes ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY) |
                      (wanted == access::create ? SQLite::OPEN_CREATE : 0) |
                      (name.is_uri ? SQLite::OPEN_URI : 0);
    try {
        return SQLite::Database(writes ? name.text : to_read(name), flags);
    } catch (const SQLite::Exception& failure) {
        const bool missing = wanted != access::create && !database_exists(from);
        throw std::runtime_error(
            missing ? fmt::format("there is no database {}\n`headway upgrade` creates it.", name.text)
                    : fmt::format("cannot open the database {}: {}", name.text, failure.what()));
    }
}

bool database_exists(const settings& from) {
    if (!from.server.empty()) return true;
    refuse_server(from);
    require_database(from);
    const database_name name = parse_database_name(from.database);
    std::error_code unknown; // opening it then says what is wrong
    if (!name.is_uri) return std::filesystem::exists(name.text, unknown) || unknown;
    return uri_exists(to_read(name));
}

std::vector<std::string> read_rows(const project& of) {
    const std::unique_ptr<opened_database> database = open_any(of.from, access::look);
    const options chosen = runtime_options(of.from);
    const std::unique_ptr<detail::connection> connection = database->connect(chosen);
    std::vector<std::string> rows = connection->rows();
    return rows.empty() ? detail::read_adopted(*connection, of.packed(), chosen).rows : rows;
}

} // namespace headway::compiler
