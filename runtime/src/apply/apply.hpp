#pragma once

#include "apply/connection.hpp"
#include "headway/headway.hpp"

#include <functional>

namespace headway::detail {

/// Makes a plan for the rows of a version table.
using planner = std::function<plan(const std::vector<std::string>& rows)>;

/// Carries out what `make_plan` says for the rows that the database has once it is locked.
[[nodiscard]] report apply(connection&, const history&, direction, const planner& make_plan, const options&);

/// Replaces the rows by the plan's, running nothing. Returns the rows written.
[[nodiscard]] std::vector<std::string> apply_stamp(connection&, const history&, const planner& make_plan,
                                                   const options&);

/// The ids that an upgrade would apply, in order. Reads only.
[[nodiscard]] std::vector<std::string_view> find_pending(connection&, const history&, std::string_view target,
                                                         const options&);

} // namespace headway::detail
