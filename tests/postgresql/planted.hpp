#pragma once

#include "headway/postgresql.hpp"

#include <libpq-fe.h>

namespace headway::tests {

/// Mistakes that the harness must find. They live here only: around the runtime's connection, not in it.
enum class server_bug {
    none,
    no_lock,          ///< Nobody waits for anybody.
    no_reread,        ///< The rows that were read before the lock are believed under it.
    rows_outside,     ///< The version rows follow in a transaction of their own.
    index_unrepaired, ///< What runs alone is run, whatever an earlier launch has left.
};
[[nodiscard]] const char* name_of(server_bug) noexcept;

/// As `headway::upgrade` to head, with a bug.
void upgrade_with(server_bug, PGconn*, const postgresql_history&, const options&);

} // namespace headway::tests
