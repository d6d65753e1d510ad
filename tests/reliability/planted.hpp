#pragma once

#include "headway/headway.hpp"

#include <cstdint>

struct sqlite3;

namespace headway::reliability {

/// Mistakes that the harnesses must find. They live here only: around the runtime's connection, not in it.
enum class planted_bug : std::uint8_t {
    none,
    no_reread,            ///< The rows that were read before the lock are believed under it.
    foreign_keys_inside,  ///< Foreign keys are turned off inside the transaction, where SQLite ignores it.
    version_rows_outside, ///< The version rows follow in a transaction of their own.
    unsynced,             ///< The host opens its database with `PRAGMA synchronous = OFF`.
};
[[nodiscard]] const char* name_of(planted_bug) noexcept;

/// As `headway::upgrade` to head, with a bug.
void upgrade_with(planted_bug, sqlite3*, const history&, const options&);

} // namespace headway::reliability
