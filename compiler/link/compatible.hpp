#pragma once

#include "link/graph.hpp"

namespace headway::compiler {

/// Finds `Compatible with:` lines that name no earlier revision: an application of that revision could not
/// work on the database, whatever is promised.
void check_compatible(const graph&, diagnostics& found);

} // namespace headway::compiler
