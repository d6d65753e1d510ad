// A file of its own, which a host links only if it calls `keep_backups`.

#include "headway/backup.hpp"

#include "apply/moment.hpp"
#include "hash.hpp"
#include "headway/error.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/database_copy.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
#endif

namespace headway {
using namespace detail;
namespace {

namespace fs = std::filesystem;

/// Waits until the disk has what was written to a file, or the names in a directory.
void sync(const fs::path& path) {
#ifndef _WIN32
    const int file = ::open(path.c_str(), O_RDONLY);
    const bool synced = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!synced) throw error(error_code::backup, joined({"could not sync ", path.string()}));
#else
    static_cast<void>(path); // SQLite has flushed the file, and renaming is journaled
#endif
}

/// `20261123T143000.123Z`: sorts as time does.
std::string timestamp() {
    std::string text = utc_text(now_ms());
    text.erase(std::remove_if(text.begin(), text.end(), [](char one) { return one == '-' || one == ':'; }),
               text.end());
    return text;
}

/// Whether a name is that of a copy that was made here, rather than of somebody's own.
bool is_copy(std::string name, const std::string& prefix) {
    if (name.compare(0, prefix.size(), prefix) != 0) return false;
    name.erase(0, prefix.size());
    std::replace_if(
        name.begin(), name.end(), [](char one) { return one >= '0' && one <= '9'; }, '0');
    return name == "00000000T000000.000Z";
}

/// Removes what earlier attempts left unfinished, and all copies but `made` and the newest `keep` others.
void remove_old(const fs::path& directory, const std::string& prefix, std::size_t keep,
                const fs::path& made = {}) {
    std::vector<fs::path> copies;
    for (const fs::directory_entry& entry : fs::directory_iterator(directory)) {
        const bool unfinished = entry.path().extension() == ".part";
        const fs::path name = unfinished ? entry.path().stem() : entry.path().filename();
        if (!is_copy(name.string(), prefix) || !entry.is_regular_file() || entry.path() == made) continue;
        if (unfinished) {
            fs::remove(entry.path());
        } else {
            copies.push_back(entry.path());
        }
    }
    std::sort(copies.begin(), copies.end());
    for (std::size_t oldest = 0; oldest + keep < copies.size(); ++oldest) {
        fs::remove(copies[oldest]);
    }
}

/// Copies what `db` has committed to a new file.
void copy_to(const fs::path& target, sqlite3* db, std::chrono::milliseconds busy_timeout) {
    const char* const name = vfs_of(db);
    const side_connection from(sqlite3_db_filename(db, "main"), SQLITE_OPEN_READWRITE, name);
    const side_connection to(target.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, name);
    static_cast<void>(value_of(to, "PRAGMA synchronous = FULL"));
    copy_database(to, from, busy_timeout);
}

/// In a directory of its own choosing an application may keep copies of several databases of one name.
std::string prefix_of(const fs::path& source, const backup_policy& how) {
    const std::string name = source.filename().string();
    if (how.directory.empty()) return name + ".backup-";
    hash path;
    path.add(fs::absolute(source).lexically_normal().string());
    char text[9];
    std::snprintf(text, sizeof text, "%08x", static_cast<unsigned>(path.value() ^ (path.value() >> 32U)));
    return joined({name, ".", text, ".backup-"});
}

/// An empty file that only those can read who can read the database.
void create_alike(const fs::path& copy, const fs::path& source) {
    std::ofstream(copy.string());
    fs::permissions(copy, fs::status(source).permissions());
}

std::string copy_beside(sqlite3* db, const char* file, const backup_policy& how,
                        std::chrono::milliseconds busy_timeout) {
    const fs::path source = file;
    const fs::path directory = how.directory.empty() ? source.parent_path() : fs::path(how.directory);
    const std::string prefix = prefix_of(source, how);
    const fs::path target = directory / (prefix + timestamp());
    fs::path unfinished = target;
    unfinished += ".part";
    remove_old(directory, prefix, how.keep); // first: it makes room
    try {
        create_alike(unfinished, source);
        copy_to(unfinished, db, busy_timeout);
        sync(unfinished);
        fs::rename(unfinished, target);
    } catch (...) {
        std::error_code ignored;
        fs::remove(unfinished, ignored);
        throw;
    }
    sync(directory);
    remove_old(directory, prefix, how.keep - 1, target);
    return target.string();
}

std::string make_backup(connection& of, const backup_policy& how, std::chrono::milliseconds busy_timeout) {
    sqlite3* const db = handle_of(of);
    const char* const file = sqlite3_db_filename(db, "main");
    const char* const vfs = vfs_of(db);
    const bool in_memory = vfs != nullptr && std::strcmp(vfs, "memdb") == 0;
    if (file == nullptr || *file == '\0' || in_memory) return {};
    try {
        return copy_beside(db, file, how, busy_timeout);
    } catch (const fs::filesystem_error& failed) {
        throw error(error_code::backup,
                    joined({"could not back the database up: ", failed.what(), "\nNothing was upgraded."}));
    } catch (const error& failed) {
        throw failed.with("The database could not be backed up, and was not upgraded.", {});
    }
}

} // namespace

backup_policy keep_backups(std::size_t count, std::string_view directory) {
    return {make_backup, count == 0 ? 1 : count, std::string(directory)};
}

} // namespace headway
