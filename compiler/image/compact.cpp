#include "image/compact.hpp"

#include "headway/headway.hpp"
#include "sql/name.hpp"
#include "sqlite/image.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <memory>
#include <new>

namespace headway::compiler {
namespace {

constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;
/// In memory, for two connections of this process.
constexpr const char* target_name = "file:/headway_image?vfs=memdb";

/// Sets what counts the changes of a file, and the release of SQLite that made the last one, to 1: see
/// https://www.sqlite.org/fileformat.html#the_database_header.
void forget_changes(std::string& bytes) {
    for (const std::size_t field : {24U, 40U, 92U, 96U})
        bytes.replace(field, 4, std::string_view("\0\0\0\1", 4));
}

} // namespace

std::string serialize(SQLite::Database& database) {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> bytes(
        sqlite3_serialize(database.getHandle(), "main", &size, 0), sqlite3_free);
    if (!bytes) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

built_image packed(const std::string& bytes) {
    return {detail::pack_image(bytes), static_cast<std::uint32_t>(bytes.size())};
}

/// VACUUM by itself would number rows anew; INTO leaves them their rowids.
std::string compact(SQLite::Database& from) {
    SQLite::Database copy(":memory:", flags);
    SQLite::Backup(copy, from).executeStep();
    for (const std::string_view own : {options{}.version_table, std::string_view("headway_log")})
        copy.exec(fmt::format("DROP TABLE IF EXISTS {}", quote_name(std::string(own))));
    SQLite::Database target(target_name, flags);
    copy.exec(fmt::format("VACUUM INTO '{}'", target_name));
    std::string bytes = serialize(target);
    forget_changes(bytes);
    return bytes;
}

} // namespace headway::compiler
