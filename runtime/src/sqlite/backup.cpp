// A file of its own, which a host links only if it calls `keep_backups`.

#include "headway/backup.hpp"

#include "headway/error.hpp"
#include "sqlite/backup_files.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/database_copy.hpp"
#include "sqlite/files.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <cstring>
#include <fstream>

namespace headway {
using namespace detail;
namespace {

namespace fs = std::filesystem;

/// Takes the lock that says of an unfinished copy that it is being made. False if another connection has it.
/// There is no journal: what is not finished is thrown away.
bool claim(sqlite3* unfinished) {
    static_cast<void>(value_of(unfinished, "PRAGMA journal_mode = OFF"));
    static_cast<void>(value_of(unfinished, "PRAGMA locking_mode = EXCLUSIVE"));
    const int code = sqlite3_exec(unfinished, "BEGIN EXCLUSIVE; COMMIT", nullptr, nullptr, nullptr);
    return code_of(code, error_code::backup) != error_code::busy;
}

bool is_being_made(const fs::path& unfinished, const char* vfs) {
    if (!fs::exists(unfinished)) return false;
    try {
        return !claim(side_connection(utf8_of(unfinished), SQLITE_OPEN_READWRITE, vfs));
    } catch (const error& failed) {
        return failed.code() == error_code::busy; // else it is half a database, or none
    }
}

/// Removes what attempts have left that were killed: nobody else will.
void remove_stale(const backup_files& files, const char* vfs) {
    for (const fs::path& unfinished : files.unfinished()) {
        if (!is_being_made(unfinished, vfs)) backup_files::remove(unfinished);
    }
}

/// An empty file that only those can read who can read the database.
void create_alike(const fs::path& copy, const fs::path& source) {
    if (!std::ofstream(copy, std::ios::binary))
        throw error(error_code::backup,
                    joined({"could not create ", utf8_of(copy), "\nCan its directory be written?"}));
    fs::permissions(copy, fs::status(source).permissions());
}

/// Copies what `db` has committed into a file that is there and empty. It has no journal: what is not
/// finished is thrown away.
void copy_to(const fs::path& target, sqlite3* db, const lock_wait& wait) {
    const char* const vfs = vfs_of(db);
    const side_connection from(sqlite3_db_filename(db, "main"), SQLITE_OPEN_READWRITE, vfs);
    const side_connection to(utf8_of(target), SQLITE_OPEN_READWRITE, vfs);
    static_cast<void>(claim(to));
    static_cast<void>(value_of(to, "PRAGMA synchronous = FULL"));
    copy_database(to, from, wait);
}

/// The copy there is already of this very state, if there is one.
fs::path twin_of(const fs::path& made, const backup_files& files) {
    for (const fs::path& copy : files.copies()) {
        if (are_alike(copy, made)) return copy;
    }
    return {};
}

/// Gives a copy that is whole its name, unless it is there already under another.
fs::path keep(const fs::path& unfinished, const fs::path& name, const backup_files& files) {
    if (fs::path twin = twin_of(unfinished, files); !twin.empty()) {
        backup_files::remove(unfinished);
        return twin;
    }
    sync_file(unfinished);
    rename_durably(unfinished, name);
    return name;
}

std::string copy_beside(sqlite3* db, const backup_policy& how, const lock_wait& wait) {
    const fs::path source = path_of(sqlite3_db_filename(db, "main"));
    const backup_files files(source, how.directory);
    if (!fs::is_directory(files.directory()))
        throw error(error_code::backup, joined({"there is no directory ", utf8_of(files.directory()),
                                                " to keep backups in\nMake it, or name another one."}));
    remove_stale(files, vfs_of(db)); // first: it makes room
    const fs::path name = files.fresh();
    const fs::path unfinished = backup_files::unfinished_name(name);
    try {
        create_alike(unfinished, source);
        copy_to(unfinished, db, wait);
        return utf8_of(keep(unfinished, name, files));
    } catch (...) {
        backup_files::remove(unfinished);
        throw;
    }
}

std::string make_backup(connection& of, const backup_policy& how) {
    sqlite3* const db = handle_of(of);
    const char* const file = sqlite3_db_filename(db, "main");
    const char* const vfs = vfs_of(db);
    const bool in_memory = vfs != nullptr && std::strcmp(vfs, "memdb") == 0;
    if (file == nullptr || *file == '\0' || in_memory) return {};
    try {
        return copy_beside(db, how, static_cast<sqlite_connection&>(of).wait());
    } catch (const fs::filesystem_error& failed) {
        throw error(error_code::backup,
                    joined({"could not back the database up: ", failed.what(), "\nNothing was upgraded."}));
    } catch (const error& failed) {
        throw failed.with("The database could not be backed up, and was not upgraded.", {});
    }
}

/// The rows of the version table in a copy; nothing if they cannot be read.
std::optional<std::vector<std::string>> rows_in(const fs::path& copy, const char* vfs,
                                                const options& chosen) {
    try {
        const side_connection db(utf8_of(copy), SQLITE_OPEN_READWRITE, vfs);
        return sqlite_connection(db, chosen).rows();
    } catch (const error&) {
        return {};
    }
}

/// Which copy is to go first: the oldest one after which nothing was migrated, since the next one was made at
/// the same revisions; else the oldest of all. Never `made`, which is among them.
std::size_t least_of(const std::vector<fs::path>& copies, const fs::path& made, const char* vfs,
                     const options& chosen) {
    std::size_t oldest = copies.front() == made ? 1 : 0;
    auto rows = rows_in(copies[oldest], vfs, chosen);
    for (std::size_t at = oldest; at + 1 < copies.size(); ++at) {
        auto next = rows_in(copies[at + 1], vfs, chosen);
        if (copies[at] != made && rows && rows == next) return at;
        rows = std::move(next);
    }
    return oldest;
}

void remove_old(connection& of, const backup_policy& how, const std::string& made) noexcept try {
    sqlite3* const db = handle_of(of);
    const backup_files files(path_of(sqlite3_db_filename(db, "main")), how.directory);
    options chosen;
    chosen.version_table = static_cast<sqlite_connection&>(of).version_table();
    std::vector<fs::path> copies = files.copies();
    while (copies.size() > how.keep) {
        const auto least = static_cast<std::ptrdiff_t>(least_of(copies, made, vfs_of(db), chosen));
        backup_files::remove(copies[static_cast<std::size_t>(least)]);
        copies.erase(copies.begin() + least);
    }
} catch (...) {
    return; // the upgrade has succeeded: there is a copy too many until the next
}

} // namespace

backup_policy keep_backups(std::size_t count, std::string_view directory) {
    return {make_backup, remove_old, count == 0 ? 1 : count, std::string(directory)};
}

} // namespace headway
