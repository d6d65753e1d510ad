#pragma once

#include "commands/migrate.hpp"

#include <string>
#include <vector>

namespace headway::compiler {

/// Declares `--step-back`.
void declare_step_back(arguments&, migrate_request&);

/// Whether a database that has revisions of another branch may be taken back by what its log holds: with
/// `--step-back`, and if somebody watches, a yes on the terminal. True where there is nothing to ask about.
/// A target that counts becomes one that counts from what is left then; throws headway::error where it leads
/// to a revision that the history does not have.
[[nodiscard]] bool may_step_back(const project&, migrate_request&, direction, opened_database&, const shell&);

/// The rows to plan from: those of `--current`, or the database's; with `--step-back` those that it has once
/// it is taken back, with the target as above, and what that takes back is printed. Throws headway::error as
/// an upgrade would.
[[nodiscard]] std::vector<std::string> rows_to_plan_from(const project&, migrate_request&, direction,
                                                         const shell&);

/// Does the work. Where the database has revisions of another branch, the error says what can be done.
int with_way_back(const migrate_request&, const std::function<int()>& perform);

} // namespace headway::compiler
