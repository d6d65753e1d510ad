#pragma once

#include "link/graph.hpp"
#include "prove/finding.hpp"
#include "prove/replay.hpp"
#include "schema/schema.hpp"

#include <cstdint>
#include <vector>

namespace headway::compiler {

/// Where branches meet, by `Revises` or `Depends on`.
struct merge_point {
    std::uint32_t revision;
    /// The first revision, in the order of the history, that not all branches have. Those before it are the
    /// state from which the branches can be applied in any order.
    std::uint32_t first;
    std::vector<std::uint32_t> common; ///< What all branches have, from `first` on, ascending.
    /// What each parent has and those before it in the list have not, ascending; and the other way round.
    std::vector<std::uint32_t> forwards;
    std::vector<std::uint32_t> backwards;
};

/// All of them, ascending. Each costs a walk over what its branches do not share.
[[nodiscard]] std::vector<merge_point> find_merge_points(const graph&);

/// Applies the branches in both orders to `state`, in which exactly the revisions before `first` are applied,
/// and reports in which objects the results differ. `reader` has read the state. It is afterwards as before.
[[nodiscard]] findings prove_confluence(const graph&, const merge_point&, replay& state,
                                        const schema_reader& reader);

} // namespace headway::compiler
