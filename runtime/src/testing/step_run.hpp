#pragma once

#include "headway/headway.hpp"
#include "sqlite/statement_watcher.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace headway::testing {

/// What a step does, as SQLite's authorizer is asked. Lists are sorted.
struct step_effect {
    std::vector<std::string> written; ///< Tables.
    /// Those in which it deletes or updates by a statement of its own, which is no loss.
    std::vector<std::string> cleared;
    std::vector<std::string> updated;
    std::vector<std::string> dropped; ///< Objects by kind and name.
    bool creates = false;
    /// It alters a table, or does what the authorizer does not tell all of.
    bool changes_any = false;
};

/// Runs one step of a history by the runtime's applier, which writes version rows as ever, and no log. Throws
/// headway::error.
[[nodiscard]] step_effect run_step(sqlite3*, const history&, step);

/// Upgrades to a target, in one transaction, never by the image. Throws headway::error.
[[nodiscard]] step_effect run_upgrade(sqlite3*, const history&, std::string_view target);

/// The rows of FIXTURES that belong to a revision; nothing without a file.
[[nodiscard]] std::string rows_file(const std::string& fixtures, std::string_view revision);
[[nodiscard]] std::optional<std::string> read_rows(const std::string& file);

/// Runs SQL as a section of a migration runs, and commits. Throws headway::error without a place.
step_effect run_sql(sqlite3*, std::string_view sql);

} // namespace headway::testing
