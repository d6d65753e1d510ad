#pragma once

#include "read/source.hpp"

#include <cstddef>

namespace headway::compiler {

/// Reads the comment header, which is `into.file` up to `end`, into the other fields of `into`.
void read_header(source& into, std::size_t end, diagnostics& found);

} // namespace headway::compiler
