#pragma once

#include "read/source.hpp"

#include <cstddef>

namespace headway::compiler {

/// Finds the sections of `into.file` and fills in `up`, `down` and `irreversible`. Returns where the header
/// ends: at the first marker's line or, without a marker, where the SQL begins. Of sections for one engine
/// those of `wanted` count, before those for every engine.
std::size_t read_sections(source& into, engine wanted, diagnostics& found);

} // namespace headway::compiler
