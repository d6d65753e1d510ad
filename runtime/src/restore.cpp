// A file of its own, which a host links only if it calls `restore`.

#include "database_copy.hpp"
#include "headway/backup.hpp"
#include "headway/error.hpp"
#include "text.hpp"

#include <sqlite3.h>

namespace headway {
namespace {

void require_free(sqlite3* db) {
    if (sqlite3_get_autocommit(db) == 0) {
        throw error(error_code::in_transaction,
                    "the connection is inside a transaction\nCommit it or roll it back before a restore.");
    }
    if (sqlite3_db_readonly(db, "main") == 1) {
        throw error(error_code::read_only, "the database is read-only\nOpen it for writing to restore it.",
                    SQLITE_READONLY);
    }
}

/// An empty file is a database to SQLite; it is no backup.
void require_whole(const side_connection& from, const std::string& file) {
    const std::string found = from.value("PRAGMA quick_check(1)");
    const bool empty = from.value("PRAGMA page_count") == "0";
    if (found == "ok" && !empty) return;
    throw error(error_code::backup, joined({file, " is no whole backup: ", empty ? "it is empty" : found,
                                            "\nThe database was left as it is. Choose another backup."}));
}

} // namespace

void restore(sqlite3* db, const std::string& file, std::chrono::milliseconds busy_timeout) {
    require_free(db);
    const side_connection from(file, SQLITE_OPEN_READWRITE, nullptr);
    require_whole(from, file);
    copy_database(db, from, busy_timeout);
}

} // namespace headway
