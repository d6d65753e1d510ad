#pragma once

#include "link/graph.hpp"

namespace headway::compiler {

/// Of a history in which something is wrong: the revisions whose ancestors were all read and are in their
/// place, as a history of their own, in the same order.
[[nodiscard]] graph sound_part(const graph&);

} // namespace headway::compiler
