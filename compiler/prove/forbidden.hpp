#pragma once

#include "prove/finding.hpp"
#include "prove/replay.hpp"
#include "read/source.hpp"

namespace headway::compiler {

/// Whether one of these stopped a section at a statement that no migration may have.
[[nodiscard]] bool names_forbidden(const findings&) noexcept;

/// Adds the statements of both sections that no migration may have, PRAGMA, BEGIN, COMMIT, ATTACH and the
/// like, as far as they are not in `found`: they need not be reached to be seen. `scratch` is any state of a
/// proof, and stays as it is.
void find_forbidden(const source&, replay& scratch, findings& found);

} // namespace headway::compiler
