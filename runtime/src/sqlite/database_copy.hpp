#pragma once

#include "sqlite/lock_wait.hpp"

#include <string>

struct sqlite3;

namespace headway::detail {

/// A second connection, opened for a copy and closed with its owner.
class side_connection {
public:
    /// By the VFS named `vfs`, or SQLite's own if it is null. Throws `error_code::backup`.
    side_connection(const std::string& file, int flags, const char* vfs);
    ~side_connection();
    side_connection(const side_connection&) = delete;
    side_connection& operator=(const side_connection&) = delete;

    operator sqlite3*() const noexcept { return db_; }

private:
    sqlite3* db_ = nullptr;
};

/// The first column of the first row of a query, as text; throws `error_code::backup` if it fails, or `busy`,
/// at once or when there was no use in waiting.
[[nodiscard]] std::string value_of(sqlite3*, const char* sql, const lock_wait* wait = nullptr);

/// The name of the VFS by which a database was opened; null for SQLite's own.
[[nodiscard]] const char* vfs_of(sqlite3*) noexcept;

/// Copies all of one database over another in one transaction, waiting for locks. Throws
/// `error_code::backup`, or `busy` when the time is over, or what stops it; the other one is then as it was.
void copy_database(sqlite3* to, sqlite3* from, const lock_wait&);

} // namespace headway::detail
