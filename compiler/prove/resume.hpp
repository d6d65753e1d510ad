#pragma once

#include "link/graph.hpp"
#include "prove/merge_points.hpp"
#include "prove/prove.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace headway::compiler {

/// The revisions, by how many come before, at which a proof may be taken up: no branches that merge later
/// part earlier.
[[nodiscard]] std::vector<bool> find_resumable(std::uint32_t count, const std::vector<merge_point>&);

/// Where checkpoints are worth their space: at the end, in front of the last revision, and before that at
/// distances that double. The lower one where a place is not resumable. Ascending.
[[nodiscard]] std::vector<std::uint32_t> choose_checkpoints(const std::vector<bool>& resumable);

} // namespace headway::compiler
