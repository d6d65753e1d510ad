#pragma once

#include "headway/plan.hpp"

#include <vector>

namespace headway::detail {

/// Whether the section of a step is declared `transaction:false`.
[[nodiscard]] bool runs_alone(const history&, step) noexcept;

/// Throws `irreversible` if one of the steps takes back what is declared so.
void refuse_irreversible(const history&, const std::vector<step>&);

/// Throws `busy` unless the step can follow on what is applied.
void require_possible(const history&, const frontier&, step);

} // namespace headway::detail
