#pragma once

#include "headway/error.hpp"
#include "headway/history.hpp"
#include "headway/plan.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
namespace SQLite {
class Database;
}

/// Applies a history to an SQLite database.
///
/// Every function takes the connection as SQLiteCpp's `SQLite::Database` or as SQLite's own `sqlite3*`, which
/// stays the caller's. Use a connection from one thread at a time; different connections may be used from
/// different threads, and different processes may upgrade one file at once: each revision is applied once.
///
/// They throw headway::error (see error.hpp) and std::bad_alloc. When one throws, no transaction is open and
/// the connection's settings are as they were.
///
/// While something is applied, foreign keys are off and an authorizer is set. Both are put back, except that
/// SQLite cannot say which authorizer the caller had set: afterwards there is none, so set yours after the
/// upgrade.
namespace headway {

struct options {
    /// The table that says where the database is. Alembic's name and shape.
    std::string_view version_table = "alembic_version";
    /// Whether to keep the audit trail `headway_log`.
    bool log = true;
    /// How long to wait for each lock that another connection holds. A busy handler of the caller's own keeps
    /// working and is asked first.
    std::chrono::milliseconds busy_timeout{30'000};
    /// Written to the log with each revision.
    std::string_view application;
    std::string_view application_version;
    /// For `stamp`: forget the rows that are there first, whether the history knows them or not.
    bool purge = false;
};

struct applied_step {
    std::string_view revision; ///< Its id; lives as long as the history.
    std::string_view summary;
    direction way;
    std::chrono::nanoseconds duration;
};

struct report {
    std::vector<applied_step> steps; ///< What this call applied, in order.
    std::chrono::nanoseconds duration{0};
    /// True if there was nothing to do, also when another process did it while this one waited.
    [[nodiscard]] bool up_to_date() const noexcept { return steps.empty(); }
};

/// Applies what `target` needs and the database lacks. Nothing to do is success, takes no lock and allocates
/// nothing. All revisions are applied in one transaction, except around `transaction:false` sections.
/// Twin: `pending`.
report upgrade(SQLite::Database&, const history&, std::string_view target = "head", const options& = {});
report upgrade(sqlite3*, const history&, std::string_view target = "head", const options& = {});

/// Takes back what descends from `target`, newest first. Irreversible revisions in the way are refused before
/// anything runs.
report downgrade(SQLite::Database&, const history&, std::string_view target, const options& = {});
report downgrade(sqlite3*, const history&, std::string_view target, const options& = {});

/// Says that the database is at `targets`, without running anything. Returns the rows written.
std::vector<std::string> stamp(SQLite::Database&, const history&,
                               const std::vector<std::string_view>& targets, const options& = {});
std::vector<std::string> stamp(sqlite3*, const history&, const std::vector<std::string_view>& targets,
                               const options& = {});

/// The ids that `upgrade` with the same arguments would apply, in order. Reads only.
[[nodiscard]] std::vector<std::string_view> pending(SQLite::Database&, const history&,
                                                    std::string_view target = "head", const options& = {});
[[nodiscard]] std::vector<std::string_view> pending(sqlite3*, const history&,
                                                    std::string_view target = "head", const options& = {});

/// The rows of the version table, sorted; none if there is no such table. Reads only.
[[nodiscard]] std::vector<std::string> current(SQLite::Database&, const options& = {});
[[nodiscard]] std::vector<std::string> current(sqlite3*, const options& = {});

} // namespace headway
