#pragma once

#include "layouts/layout.hpp"

namespace headway::compiler {

/// Puts steps in the order of their tool.
void put_in_order(std::vector<layout_step>&);

/// The steps of a tool's directory as sources in its order, each revising the one before. Of several layouts,
/// which read it alike, each gives its checksum.
[[nodiscard]] std::vector<source> chain(tool_directory&, std::span<const layout* const>, diagnostics& found);

} // namespace headway::compiler
