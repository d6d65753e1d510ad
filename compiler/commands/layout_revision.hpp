#pragma once

#include "commands/verb.hpp"
#include "project/project.hpp"

#include <string>

namespace headway::compiler {

/// Writes an empty step behind the last one of another tool's directory, in the form and with the version
/// that the tool would give it. Returns the exit code.
int write_in_layout(const settings_flags&, const project&, const std::string& message, const shell&);

} // namespace headway::compiler
