#pragma once

#include "link/graph.hpp"
#include "prove/finding.hpp"
#include "prove/merge_points.hpp"
#include "prove/replay.hpp"
#include "schema/schema.hpp"

namespace headway::compiler {

/// Applies the branches in both orders to `state`, in which exactly the revisions before `first` are applied,
/// and reports in which objects the results differ. `reader` has read the state. It is afterwards as before.
[[nodiscard]] findings prove_confluence(const graph&, const merge_point&, replay& state,
                                        const schema_reader& reader);

} // namespace headway::compiler
