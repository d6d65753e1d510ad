#pragma once

#include "apply/connection.hpp"
#include "apply/log_lines.hpp"
#include "headway/error.hpp"
#include "headway/plan.hpp"

#include <string_view>
#include <vector>

namespace headway::detail {

/// The error of a step whose script failed: with the file, the line and the column of the statement.
[[nodiscard]] error failure_at(const history&, step, std::string_view script, const statement_failure&);

/// The error of a down section that came from the log, and so has no file.
[[nodiscard]] error failure_in_log(std::string_view revision, const statement_failure&);

/// Checks what was run since the lock. Throws what the connection does, with the revisions that were.
void check(connection&, const history&, const std::vector<timed_step>& ran);
/// Where a database is that may have been made without Headway.
struct taken_over {
    const std::vector<std::string>& rows;
    std::string_view tool; ///< From which it was taken over just now; empty if it was not.
};
/// The same error with the way to take a database over: one that is at no revision, or was taken over just
/// now, if the statement makes what it has already. Rolls back then.
[[nodiscard]] error with_takeover(connection&, const taken_over&, const statement_failure&, const error&);

} // namespace headway::detail
