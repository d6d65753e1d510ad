#pragma once

#include "link/edge.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace headway::compiler {

/// The revisions in topological order, parents first: each one in turn, preceded by those of its ancestors
/// that have not been placed yet. Empty if there is a cycle. Linear.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> topological_order(const parent_lists&);

/// The strongly connected component of every revision, as a number; revisions of one number are on cycles
/// with each other. Linear.
[[nodiscard]] std::vector<std::uint32_t> components(const parent_lists&);

} // namespace headway::compiler
