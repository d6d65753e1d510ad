#pragma once

#include "headway/headway.hpp"
#include "host_setting.hpp"

#include <cstdint>

struct sqlite3;

namespace headway::reliability {

/// Mistakes that the harnesses must find. They live here only: around the runtime's connection, not in it.
enum class planted_bug : std::uint8_t {
    none,
    no_reread,            ///< The rows that were read before the lock are believed under it.
    foreign_keys_inside,  ///< Foreign keys are turned off inside the transaction, where SQLite ignores it.
    version_rows_outside, ///< The version rows follow in a transaction of their own.
    no_guard,             ///< An image is installed over whatever has come since the database was empty.
    log_missing,          ///< An image is installed without the lines of the log.
    unsynced,             ///< The host opens its database with `PRAGMA synchronous = OFF`.
    end_unseen,           ///< Statements go on when one has ended the transaction.
    setting_kept,         ///< What the host has set applies to the migrations.
};
[[nodiscard]] const char* name_of(planted_bug) noexcept;

/// As `headway::upgrade` to head, with a bug. `setting` is the host's, or null.
void upgrade_with(planted_bug, sqlite3*, const history&, const options&, const host_setting* setting);

} // namespace headway::reliability
