#pragma once

#include "headway/headway.hpp"

/// libpq's connection, which it calls PGconn.
struct pg_conn;

/// Applies a history to a PostgreSQL database, over a connection of libpq that stays the caller's: libpqxx
/// and SOCI hand theirs out. Link Headway::postgresql.
///
/// Each function does what its namesake of headway.hpp does for SQLite. While something is applied, a lock of
/// the session keeps other programs from migrating the database, and the settings that decide what SQL means
/// are the same everywhere; both are as before when a function returns or throws, unless the connection is
/// lost
/// (`error_code::connection`): then the next call finds out how far the last one came.
///
/// `options::backup`, and `options::verify` with `verification::schema`, are for SQLite alone, and an error
/// here. `options::version_table` may have a schema before it, with a dot between; else it is where the
/// search path finds it, or puts it.
namespace headway {

report upgrade(pg_conn*, const postgresql_history&, std::string_view target = "head", const options& = {});

report downgrade(pg_conn*, const postgresql_history&, std::string_view target, const options& = {});

std::vector<std::string> stamp(pg_conn*, const postgresql_history&,
                               const std::vector<std::string_view>& targets, const options& = {});

/// Reads only; also inside a transaction of the caller's.
[[nodiscard]] std::vector<std::string_view> pending(pg_conn*, const postgresql_history&,
                                                    std::string_view target = "head", const options& = {});

/// Reads only; also inside a transaction of the caller's.
[[nodiscard]] std::vector<std::string> current(pg_conn*, const options& = {});

} // namespace headway
