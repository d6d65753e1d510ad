#pragma once

#include "prove/checkpoint.hpp"
#include "prove/merge_points.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace headway::compiler {

/// Proves merges of branches that part before the place where a kept proof is taken up, in the order in which
/// they part. The states from which they do so are reached by the up sections alone, from the last one before
/// them that `find_kept` has. What is found comes to the merging revision.
void prove_earlier_merges(const graph&, const prove_options&, const std::vector<const merge_point*>& merges,
                          const std::function<std::optional<checkpoint>(std::uint32_t count)>& find_kept,
                          std::vector<findings>& at_merge);

} // namespace headway::compiler
