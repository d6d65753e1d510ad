#include "sqlite/database_copy.hpp"

#include "apply/moment.hpp"
#include "headway/error.hpp"
#include "sqlite/connection.hpp"
#include "text.hpp"

#include <sqlite3.h>

namespace headway::detail {
namespace {

[[noreturn]] void fail(sqlite3* db, int code, const char* doing) {
    const error_code kind =
        code_of(code, error_code::backup) == error_code::busy ? error_code::busy : error_code::backup;
    throw error(kind, joined({"could not ", doing, ": ", db == nullptr ? "no memory" : sqlite3_errmsg(db)}),
                code);
}

bool is_busy(int code) {
    return code_of(code, error_code::backup) == error_code::busy;
}

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

std::string value_of(sqlite3* db, const char* sql) {
    sqlite_statement query;
    int code = query.prepare(db, sql);
    if (code == SQLITE_OK) code = query.step();
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail(db, code, sql);
    return code == SQLITE_ROW ? std::string(query.text(0)) : std::string();
}

void copy_database(sqlite3* to, sqlite3* from, std::chrono::milliseconds busy_timeout) {
    using clock = std::chrono::steady_clock;
    constexpr int nap = 20; // ms
    const clock::time_point deadline = deadline_after(busy_timeout);
    sqlite3_backup* const copy = sqlite3_backup_init(to, "main", from, "main");
    if (copy == nullptr) fail(to, sqlite3_extended_errcode(to), "copy the database");
    int code = sqlite3_backup_step(copy, -1);
    while (is_busy(code) && clock::now() < deadline) {
        sqlite3_sleep(nap);
        code = sqlite3_backup_step(copy, -1);
    }
    const int finished = sqlite3_backup_finish(copy);
    if (code != SQLITE_DONE) fail(to, code, "copy the database");
    if (finished != SQLITE_OK) fail(to, finished, "copy the database");
}

} // namespace headway::detail
