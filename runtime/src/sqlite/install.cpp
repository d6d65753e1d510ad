// A file of its own, which a host links only if its history has an image.

#include "headway/history.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/image.hpp"
#include "sqlite/left_out.hpp"

#include <sqlite3.h>

#include <cstring>
#include <memory>

namespace headway::detail {
namespace {

using private_database = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;

/// The one value of a query; nothing if it has none.
std::string value_of(sqlite3* db, const char* sql) {
    sqlite_statement query;
    const bool found = query.prepare(db, sql) == SQLITE_OK && query.step() == SQLITE_ROW;
    return found ? std::string(query.text(0)) : std::string();
}

/// The bytes at the end of each page that are not SQLite's, but those of what encrypts it, for one.
int reserved_bytes(sqlite3* db) noexcept {
    int bytes = -1; // asks
    sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
    return bytes;
}

/// Counts what this connection has seen of others' changes, and its own.
unsigned data_version(sqlite3* db) noexcept {
    unsigned version = 0;
    sqlite3_file_control(db, "main", SQLITE_FCNTL_DATA_VERSION, &version);
    return version;
}

/// Whether a table of the history has the name of one that is to be made.
bool has_own_tables(sqlite3* image, std::string_view version_table) {
    sqlite_statement query;
    const bool asked = query.prepare(image, "SELECT 1 FROM sqlite_schema WHERE name COLLATE NOCASE IN (?1, "
                                            "'headway_log')") == SQLITE_OK &&
                       query.bind(1, version_table) == SQLITE_OK;
    return !asked || query.step() != SQLITE_DONE;
}

/// Whether nothing was ever made in the database, nor said about it, but what the image says, too.
bool can_become(sqlite3* db, sqlite3* image) {
    for (const char* const query : {"SELECT count(*) FROM main.sqlite_schema", "PRAGMA main.user_version",
                                    "PRAGMA main.application_id"}) {
        if (value_of(db, query) != "0") return false;
    }
    for (const char* const query :
         {"PRAGMA main.page_size", "PRAGMA main.auto_vacuum", "PRAGMA main.encoding"}) {
        if (value_of(db, query) != value_of(image, query)) return false;
    }
    return reserved_bytes(db) == reserved_bytes(image);
}

/// What the log will take, so that the copy need not move when it grows.
std::size_t room_for_log(const history& h) noexcept {
    constexpr std::size_t line = 600;
    std::size_t bytes = 100'000;
    for (std::uint32_t index = 0; index < h.count; ++index) {
        bytes += line + h.rows[index].down_size;
    }
    return bytes;
}

/// A copy of the image that nobody else sees; null if there is no memory for it.
private_database unpacked(const history& h) {
    sqlite3* db = nullptr;
    const int opened = sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    private_database copy(db, &sqlite3_close);
    const std::size_t room = h.image.size + room_for_log(h);
    auto* const bytes = static_cast<unsigned char*>(sqlite3_malloc64(room));
    if (opened != SQLITE_OK || bytes == nullptr || h.image.size == 0) {
        sqlite3_free(bytes);
        return {nullptr, &sqlite3_close};
    }
    std::string storage;
    std::memset(bytes, 0, h.image.size);
    const bool whole = unpack_image(packed_image(h, storage), bytes, h.image.size);
    // From here on the bytes are SQLite's, whatever becomes of them.
    const int code =
        deserialize(db, bytes, static_cast<sqlite3_int64>(h.image.size), static_cast<sqlite3_int64>(room),
                    SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    if (!whole || code != SQLITE_OK) copy.reset();
    return copy;
}

/// Whether this SQLite reads the schema and has the modules of its virtual tables.
bool is_understood(sqlite3* image) {
    sqlite_statement tables;
    int code = tables.prepare(
        image, "SELECT printf('SELECT 1 FROM \"%w\"', name) FROM sqlite_schema WHERE type = 'table' AND "
               "rootpage = 0");
    while (code == SQLITE_OK && (code = tables.step()) == SQLITE_ROW) {
        sqlite_statement table;
        code = table.prepare(image, std::string(tables.text(0)).c_str());
    }
    return code == SQLITE_DONE;
}

using copying = std::unique_ptr<sqlite3_backup, int (*)(sqlite3_backup*)>;

} // namespace

/// Whether the database is empty can be seen under a lock, but SQLite makes no copy within a transaction. So
/// the lock is given up, the copy takes another, and whether anything has changed between them is what the
/// version of the data says.
bool sqlite_connection::replace_by(sqlite3* image) {
    constexpr int pages = 1000; // between beats
    roll_back();
    const unsigned seen = data_version(db_);
    copying copy(sqlite3_backup_init(db_, "main", image, "main"), &sqlite3_backup_finish);
    if (copy == nullptr) return false;
    int code =
        wait_.until_free([&] { return sqlite3_backup_step(copy.get(), 0); }); // locks, and copies nothing
    const bool is_locked = code == SQLITE_OK && data_version(db_) == seen;
    if (!is_locked && code_of(code, error_code::database) != error_code::busy) return false;
    while (code == SQLITE_OK) {
        wait_.beat();
        code = sqlite3_backup_step(copy.get(), pages);
    }
    sqlite3_backup_finish(copy.release());
    if (code != SQLITE_DONE) throw database_error("install the database");
    return true;
}

bool install_image(connection& into, const history& h, const installation& how) {
    sqlite3* const db = handle_of(into);
    if (!can_deserialize()) return false;
    const private_database image = unpacked(h);
    if (image == nullptr || !can_become(db, image.get()) || !is_understood(image.get()) ||
        has_own_tables(image.get(), how.chosen.version_table))
        return false;
    try {
        sqlite_connection side(image.get(), how.chosen);
        how.fill(side);
    } catch (const error& failed) {
        if (failed.code() == error_code::cancelled) throw;
        return false;
    }
    auto& host = static_cast<sqlite_connection&>(into);
    if (host.replace_by(image.get())) return true;
    host.lock();
    return false;
}

} // namespace headway::detail
