#pragma once

#include "link/graph.hpp"

namespace headway::compiler {

/// Lets each revision write `PRAGMA user_version` in its own transaction: the number that it declares, or
/// else the greatest of its parents, and on the way back that of its parents. What cannot is reported.
void keep_user_version(graph&, diagnostics& found);

} // namespace headway::compiler
