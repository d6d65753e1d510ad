#pragma once

#include "link/graph.hpp"
#include "prove/prove.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace headway::compiler {

/// Where checkpoints are worth their space, by how many revisions come before: at the end, in front of the
/// last revision, and before that at distances that double. Ascending.
[[nodiscard]] std::vector<std::uint32_t> choose_checkpoints(std::uint32_t count);

} // namespace headway::compiler
