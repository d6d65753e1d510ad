#pragma once

#include "link/edge.hpp"

#include <cstdint>
#include <vector>

namespace headway::compiler {

/// A parent of `child` that another of its parents descends from.
struct implied_parent {
    std::uint32_t child;
    std::uint32_t ancestor;
    std::uint32_t descendant; ///< The other parent; the smallest if there are several.
};

/// Every implied parent of every revision, sorted by child and ancestor. Parents must have smaller indexes
/// than their children.
///
/// A pass over the history answers for 64 ancestors at once, each being a bit that its descendants inherit;
/// it goes no further than the last revision that asks. However the history is shaped, that takes at most the
/// number of revisions and edges times a 64th of the number of parents of merge points, in tiny steps.
/// Searching from parent to parent instead takes as long as the branches are, for every merge point.
[[nodiscard]] std::vector<implied_parent> find_implied(const parent_lists&);

} // namespace headway::compiler
