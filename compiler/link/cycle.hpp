#pragma once

#include "link/edge.hpp"

#include <vector>

namespace headway::compiler {

/// Reports one cycle of every group of revisions that are on cycles with each other, and takes the edges
/// inside those groups out of `edges`, which leaves no cycle. Linear, with a search per group.
void cut_cycles(const std::vector<source>& sources, std::vector<edge>& edges, diagnostics& found);

} // namespace headway::compiler
