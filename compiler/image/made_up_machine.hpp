#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <optional>
#include <string>

namespace headway::compiler {

/// What differs between the machines on which one history is replayed.
struct machine {
    std::int64_t now;   ///< Milliseconds since noon of November 24, 4714 BC, as SQLite counts them.
    std::uint64_t seed; ///< Of all randomness.
    const char* zone;   ///< As the environment's TZ says it.
};

/// While it lives, SQLite has the clock, the time zone and the randomness of another machine: a VFS of that
/// name is the default one. Not for several threads, nor for several at once.
class made_up_machine {
public:
    explicit made_up_machine(const machine&);
    ~made_up_machine();
    made_up_machine(const made_up_machine&) = delete;
    made_up_machine& operator=(const made_up_machine&) = delete;

private:
    /// SQLite hands out its first member, which is what all of it is known by.
    struct watch {
        sqlite3_vfs vfs;
        std::int64_t now;
        std::uint64_t seed;
    };
    static watch& of(sqlite3_vfs*) noexcept;
    static int randomness(sqlite3_vfs*, int size, char* bytes) noexcept;
    static int milliseconds(sqlite3_vfs*, sqlite3_int64* now) noexcept;
    static int days(sqlite3_vfs*, double* now) noexcept;

    watch watch_;
    sqlite3_vfs* real_;
    std::optional<std::string> zone_; ///< What TZ was before.
};

} // namespace headway::compiler
