#pragma once

#include "apply/offline_start.hpp"
#include "project/project.hpp"

#include <string>

namespace headway::compiler {

/// The SQL of a plan as a script for the program of the history's engine: sqlite3, or psql. Throws
/// headway::error, as the applier does.
[[nodiscard]] std::string script_of(const project&, const detail::offline_start&, const plan&,
                                    const detail::step_heading&);

/// The same of a stamp, which runs nothing.
[[nodiscard]] std::string stamp_script_of(const project&, const detail::offline_start&, const plan&);

} // namespace headway::compiler
