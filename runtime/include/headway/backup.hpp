#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;

namespace headway {
namespace detail {
class connection;
} // namespace detail

/// Exists for what wraps an `sqlite3*` and hands it out by `getHandle()`, as SQLiteCpp's `SQLite::Database`
/// does.
template <class Database>
using handle_within = decltype(static_cast<sqlite3*>(std::declval<Database&>().getHandle()));

/// What `options::backup` holds: whether and how to copy a database before it is changed. Made by
/// `keep_backups`, so that a program that makes no backups does not carry the code.
struct backup_policy {
    using maker = std::string(detail::connection&, const backup_policy&);
    using remover = void(detail::connection&, const backup_policy&, const std::string& made) noexcept;
    maker* make = nullptr;     ///< None is made if this is null.
    remover* remove = nullptr; ///< Called when the upgrade has succeeded for which `made` was made.
    std::size_t keep = 0;
    std::string directory;
};

/// Copies the database, once per call and only when something is pending, under the lock and before the first
/// revision: `name.db` to `name.db.backup-20261123T143000.123Z` in `directory`, or beside it if that is
/// empty. The copy is synced under another name and renamed, so that a file of this name is always whole. If
/// there is a copy of this very state already, it is used. A database in memory has no copy. Names of
/// files are UTF-8, on Windows too.
///
/// When the upgrade has succeeded, `count` copies are kept, at least one: those go first that attempts have
/// left which failed, then the oldest. A failed upgrade removes none, leaves its own and names it in the
/// message. If none can be made, nothing is upgraded (`error_code::backup`); the directory must exist.
/// The database is read through a second connection by the same VFS: one that is
/// encrypted by an extension, or opened with `PRAGMA locking_mode = EXCLUSIVE`, needs a backup of the
/// application's own.
[[nodiscard]] backup_policy keep_backups(std::size_t count, std::string_view directory = {});

/// Puts the contents of a backup in the place of the database's, in one transaction that waits up to
/// `busy_timeout` for other connections and locks them out. Other connections see it as any other change.
/// Throws `error_code::backup` if `file` is no whole database, and leaves the database as it was. Where the
/// pages of the two have different sizes, a database in WAL mode must not be open elsewhere (`busy`). The
/// mode of the journal stays as it was, whether this succeeds or fails. `cancelled` is asked now and then
/// while it waits and copies: true ends it with `error_code::cancelled`.
void restore(sqlite3*, const std::string& file,
             std::chrono::milliseconds busy_timeout = std::chrono::seconds(30),
             const std::function<bool()>& cancelled = {});
template <class Database, class = handle_within<Database>>
void restore(Database&& db, const std::string& file,
             std::chrono::milliseconds busy_timeout = std::chrono::seconds(30),
             const std::function<bool()>& cancelled = {}) {
    restore(db.getHandle(), file, busy_timeout, cancelled);
}

} // namespace headway
