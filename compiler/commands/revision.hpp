#pragma once

#include "commands/over_project.hpp"
#include "project/new_revision.hpp"

namespace headway::compiler {

/// Prints where a revision was written, or why it was not. Returns the exit code.
int print_written(const written_revision&, const shell&);

} // namespace headway::compiler
