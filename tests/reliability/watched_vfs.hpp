#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string>

namespace headway::reliability {

enum class operation_kind : std::uint8_t {
    open,
    remove,
    access,
    read,
    write,
    truncate,
    sync,
    size,
    lock,
    shared_memory,
};

/// A file operation that SQLite is about to do.
struct operation {
    operation_kind kind;
    const char* file;        ///< Null for temporary files.
    std::int64_t offset = 0; ///< Of a write; of a truncation, the size that remains.
    const void* bytes = nullptr;
    int size = 0;
    int flags = 0;                ///< Of an open; of a removal, whether the directory is synced.
    sqlite3_file* real = nullptr; ///< The file beneath, to write a part of what is asked.
};

/// What SQLite reports when the operation fails with EIO.
[[nodiscard]] int io_error(operation_kind) noexcept;
/// Whether the operation can fail for want of space.
[[nodiscard]] bool needs_space(const operation&) noexcept;

/// Is asked before each file operation. What it returns, if not SQLITE_OK, is returned in its stead.
class observer {
public:
    virtual ~observer() = default;
    virtual int before(const operation&) = 0;
};

/// SQLite's default VFS behind an observer, registered under a name of its own while it lives.
class watched_vfs {
public:
    explicit watched_vfs(observer&);
    ~watched_vfs();
    watched_vfs(const watched_vfs&) = delete;
    watched_vfs& operator=(const watched_vfs&) = delete;

    [[nodiscard]] const char* name() const noexcept { return name_.c_str(); }
    [[nodiscard]] sqlite3_vfs* real() const noexcept { return real_; }
    [[nodiscard]] int ask(const operation& next) const { return observer_.before(next); }

private:
    observer& observer_;
    std::string name_;
    sqlite3_vfs* real_;
    sqlite3_vfs self_;
};

} // namespace headway::reliability
