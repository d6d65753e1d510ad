#pragma once

#include "commands/arguments.hpp"
#include "project/project.hpp"

#include <functional>

namespace headway::compiler {

/// What a verb does with a project that can be read. Returns the exit code.
using project_work = std::function<int(project, const shell&)>;

/// Loads the project of `where` and does the work. If its migrations are in error, prints what is wrong with
/// them and returns 1. Warnings are left to `check` and the build: repeated by every verb they would drown
/// what was asked for. `where` must live as long as the work.
[[nodiscard]] work over_project(const settings_flags& where, project_work);

} // namespace headway::compiler
