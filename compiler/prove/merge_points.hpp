#pragma once

#include "link/graph.hpp"

#include <cstdint>
#include <vector>

namespace headway::compiler {

/// Where branches meet, by `Revises` or `Depends on`, of which the order may matter. Revisions of which it
/// does not, as footprints say, are left out.
struct merge_point {
    std::uint32_t revision;
    /// The first revision, in the order of the history, of which the order may matter. Those before it are
    /// the state from which the branches can be applied in any order.
    std::uint32_t first;
    std::vector<std::uint32_t> common; ///< What all branches have, from `first` on, ascending.
    /// What each parent has and those before it in the list have not, ascending; and the other way round.
    std::vector<std::uint32_t> forwards;
    std::vector<std::uint32_t> backwards;
};

/// All of them, ascending. A merge costs what its smaller branches have that the largest has not, and one bit
/// per revision; its proof costs only what touches the same things on both sides.
[[nodiscard]] std::vector<merge_point> find_merge_points(const graph&);

} // namespace headway::compiler
