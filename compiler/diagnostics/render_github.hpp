#pragma once

#include "diagnostics/diagnostic.hpp"

#include <string>

namespace headway::compiler {

/// Workflow commands that GitHub shows as annotations, one line per diagnostic, notes included
/// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
[[nodiscard]] std::string render_github(const diagnostics&);

} // namespace headway::compiler
