#pragma once

#include "link/graph.hpp"
#include "prove/finding.hpp"
#include "prove/prove.hpp"

namespace headway::compiler {

/// Runs all up sections and then, from the head back, all down sections that follow the last revision which
/// is released or irreversible: the schema has to be again what it was before the first of these.
[[nodiscard]] findings prove_down_chain(const graph&, const prove_options&);

} // namespace headway::compiler
