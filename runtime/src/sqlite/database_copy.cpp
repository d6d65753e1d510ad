#include "sqlite/database_copy.hpp"

#include "headway/error.hpp"
#include "sqlite/connection.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <utility>

namespace headway::detail {
namespace {

[[noreturn]] void fail(sqlite3* db, int code, const char* doing) {
    const error_code meaning = code_of(code, error_code::backup);
    const bool says_more = meaning == error_code::busy || meaning == error_code::cancelled;
    const error_code kind = says_more ? meaning : error_code::backup;
    const bool may_be_encrypted = (code & 0xff) == SQLITE_NOTADB;
    throw error(kind,
                joined({"could not ", doing, ": ", db == nullptr ? "no memory" : sqlite3_errmsg(db),
                        may_be_encrypted ? ", or is encrypted: copies are made without the key" : ""}),
                code);
}

/// A copy under way, which is given up with its owner.
class copying {
public:
    copying(sqlite3* to, sqlite3* from) noexcept : copy_(sqlite3_backup_init(to, "main", from, "main")) {}
    ~copying() { finish(); }
    copying(const copying&) = delete;
    copying& operator=(const copying&) = delete;

    [[nodiscard]] bool has_begun() const noexcept { return copy_ != nullptr; }
    int step(int pages) noexcept { return sqlite3_backup_step(copy_, pages); }
    int finish() noexcept { return sqlite3_backup_finish(std::exchange(copy_, nullptr)); }

private:
    sqlite3_backup* copy_;
};

} // namespace

side_connection::side_connection(const std::string& file, int flags, const char* vfs) {
    const int code = sqlite3_open_v2(file.c_str(), &db_, flags, vfs);
    if (code == SQLITE_OK) return;
    try {
        fail(db_, code, ("open " + file).c_str());
    } catch (...) {
        sqlite3_close(db_);
        throw;
    }
}

side_connection::~side_connection() {
    sqlite3_close(db_);
}

const char* vfs_of(sqlite3* db) noexcept {
    sqlite3_vfs* vfs = nullptr;
    sqlite3_file_control(db, "main", SQLITE_FCNTL_VFS_POINTER, &vfs);
    return vfs == nullptr ? nullptr : vfs->zName;
}

std::string value_of(sqlite3* db, const char* sql, const lock_wait* wait) {
    sqlite_statement query;
    const auto ask = [&] {
        const int prepared = query.prepare(db, sql);
        return prepared == SQLITE_OK ? query.step() : prepared;
    };
    const int code = wait == nullptr ? ask() : wait->until_free(ask);
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail(db, code, sql);
    return code == SQLITE_ROW ? std::string(query.text(0)) : std::string();
}

void copy_database(sqlite3* to, sqlite3* from, const lock_wait& wait) {
    constexpr int pages = 4096; // between looks whether to stop
    copying copy(to, from);
    if (!copy.has_begun()) fail(to, sqlite3_extended_errcode(to), "copy the database");
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
        wait.beat();
        code = wait.until_free([&] { return copy.step(pages); });
    }
    const int finished = copy.finish();
    if (code != SQLITE_DONE) fail(to, code, "copy the database");
    if (finished != SQLITE_OK) fail(to, finished, "copy the database");
}

} // namespace headway::detail
