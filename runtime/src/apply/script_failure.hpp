#pragma once

#include "apply/connection.hpp"
#include "headway/error.hpp"
#include "headway/plan.hpp"

#include <string_view>

namespace headway::detail {

/// The error of a step whose script failed: with the file, the line and the column of the statement.
[[nodiscard]] error failure_at(const history&, step, std::string_view script, const statement_failure&);

/// The error of a down section that came from the log, and so has no file.
[[nodiscard]] error failure_in_log(std::string_view revision, const statement_failure&);

} // namespace headway::detail
