#pragma once

#include "headway/plan.hpp"

#include <cstdint>
#include <vector>

namespace headway::detail {

/// Whether the section of a step is declared `transaction:false`.
[[nodiscard]] bool runs_alone(const history&, step) noexcept;

/// Whether a revision is written in C++.
[[nodiscard]] bool is_in_code(const history&, std::uint32_t revision) noexcept;

/// Throws `irreversible` if one of the steps takes back what is declared so, and `invalid_target` if one is
/// in C++ that this program does not have, such as the command line.
void refuse_impossible(const history&, const std::vector<step>&);

/// Throws `busy` unless the step can follow on what is applied.
void require_possible(const history&, const frontier&, step);

} // namespace headway::detail
