#pragma once

#include "link/edge.hpp"

#include <vector>

namespace headway::compiler {

/// Takes out, with a warning each, the parents that are listed twice or implied by another parent of the same
/// revision: a `Revises` by `Revises` alone, so that heads and branches stay what they are, a `Depends on` by
/// any way. Parents must have smaller indexes than their children, and the edges of a child stand together.
void reduce(const std::vector<source>& sources, std::vector<edge>& edges, diagnostics& found);

} // namespace headway::compiler
