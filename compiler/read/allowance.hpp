#pragma once

#include "read/source.hpp"

#include <string_view>

namespace headway::compiler {

/// Takes in what follows `-- headway:allow` on its line, a view into the file's text: the code of a rule and
/// the reason why the file may break it.
void read_allowance(source& into, std::string_view words, diagnostics& found);

} // namespace headway::compiler
