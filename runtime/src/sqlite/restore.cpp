// A file of its own, which a host links only if it calls `restore`.

#include "headway/backup.hpp"
#include "headway/error.hpp"
#include "sqlite/database_copy.hpp"
#include "sqlite/open_statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

namespace headway {
using namespace detail;
namespace {

void require_free(sqlite3* db) {
    if (sqlite3_get_autocommit(db) == 0) {
        throw error(error_code::in_transaction,
                    "the connection is inside a transaction\nCommit it or roll it back before a restore.");
    }
    if (sqlite3_txn_state(db, "main") != SQLITE_TXN_NONE) {
        open_statement program;
        program.look(db);
        throw error(error_code::in_transaction,
                    joined({"the database cannot be replaced while it is read", program.complaint()}));
    }
    if (sqlite3_db_readonly(db, "main") == 1) {
        throw error(error_code::read_only, "the database is read-only\nOpen it for writing to restore it.",
                    SQLITE_READONLY);
    }
}

/// What SQLite finds wrong with a file, or `ok`. Where the schema needs what the application provides to its
/// own connections, nothing can be found out but that the file can be read.
std::string look_through(const side_connection& from, const lock_wait& wait) {
    try {
        return value_of(from, "PRAGMA quick_check(1)", &wait);
    } catch (const error& failed) {
        if ((failed.engine_code() & 0xff) != SQLITE_ERROR) throw;
        static_cast<void>(value_of(from, "SELECT count(*) FROM sqlite_schema", &wait));
        return "ok";
    }
}

/// Connections do not notice when the encoding changes under them.
void require_encoding(sqlite3* db, const side_connection& from, const std::string& file,
                      const lock_wait& wait) {
    const std::string theirs = value_of(from, "PRAGMA encoding", &wait);
    const std::string ours = value_of(db, "PRAGMA main.encoding", &wait);
    if (theirs != ours)
        throw error(error_code::backup,
                    joined({file, " is encoded in ", theirs, ", and the database in ", ours,
                            "\nThe database was left as it is. Put the file in its place "
                            "while no connection is open."}));
}

/// An empty file is a database to SQLite; it is no backup.
void require_whole(const side_connection& from, const std::string& file, const lock_wait& wait) {
    const std::string found = look_through(from, wait);
    const bool empty = value_of(from, "PRAGMA page_count", &wait) == "0";
    if (found == "ok" && !empty) return;
    throw error(error_code::backup, joined({file, " is no whole backup: ", empty ? "it is empty" : found,
                                            "\nThe database was left as it is. Choose another backup."}));
}

/// Switches the journal's mode. Answers BUSY, whatever the timeout, while another connection is open: so it
/// is asked until the time is over. False if it is in vain.
bool set_journal(sqlite3* db, const std::string& mode, const lock_wait& wait) {
    const std::string sql = joined({"PRAGMA main.journal_mode = ", mode});
    const int code = wait.until_free([&] {
        try {
            return value_of(db, sql.c_str()) == mode ? SQLITE_OK : SQLITE_BUSY;
        } catch (const error& failed) {
            if (failed.code() != error_code::busy) throw;
            return failed.engine_code();
        }
    });
    return code == SQLITE_OK;
}

/// The mode of a journal is a property of the file. Whether the restore succeeds or fails, it stays.
class journal_mode {
public:
    journal_mode(sqlite3* db, const lock_wait& wait) : db_(db), wait_(wait), mode_(now()) {}

    /// SQLite does not change the size of pages in WAL mode.
    void leave_wal() {
        if (mode_ != "wal" || set_journal(db_, "delete", wait_)) return;
        throw error(error_code::busy,
                    joined({"could not restore ", sqlite3_db_filename(db_, "main"),
                            ": its pages have another size than those of the backup, and another "
                            "connection is open\nClose it and try again."}));
    }
    /// What to add to a message if the mode could not be put back; else nothing.
    [[nodiscard]] std::string put_back() {
        std::string why;
        try {
            if (now() == mode_ || set_journal(db_, mode_, wait_)) return {};
            why = "another connection is open";
        } catch (const error& failed) {
            why = failed.what();
        }
        return joined({"Its journal mode was ", mode_, " and could not be set again: ", why});
    }

private:
    [[nodiscard]] std::string now() const { return value_of(db_, "PRAGMA main.journal_mode", &wait_); }

    sqlite3* db_;
    const lock_wait& wait_;
    std::string mode_;
};

} // namespace

void restore(sqlite3* db, const std::string& file, std::chrono::milliseconds busy_timeout,
             const std::function<bool()>& cancelled) {
    require_free(db);
    const lock_wait wait(db, busy_timeout, cancelled);
    const side_connection from(file, SQLITE_OPEN_READWRITE, vfs_of(db));
    require_whole(from, file, wait);
    require_encoding(db, from, file, wait);
    journal_mode journal(db, wait);
    try {
        if (value_of(db, "PRAGMA main.page_size", &wait) != value_of(from, "PRAGMA page_size", &wait))
            journal.leave_wal();
        copy_database(db, from, wait);
    } catch (const error& failed) {
        const std::string left = journal.put_back();
        if (left.empty()) throw;
        throw failed.with(left, {});
    }
    if (const std::string left = journal.put_back(); !left.empty())
        throw error(error_code::busy, joined({"the database was restored\n", left}));
}

} // namespace headway
