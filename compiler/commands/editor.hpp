#pragma once

#include <string>

namespace headway::compiler {

/// Opens a file in $VISUAL or $EDITOR and waits. Throws std::runtime_error if that fails.
void open_editor(const std::string& path);

} // namespace headway::compiler
