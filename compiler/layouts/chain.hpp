#pragma once

#include "layouts/layout.hpp"

namespace headway::compiler {

/// The steps of a tool's directory as sources in its order, each revising the one before.
[[nodiscard]] std::vector<source> chain(tool_directory&, const layout&, diagnostics& found);

} // namespace headway::compiler
