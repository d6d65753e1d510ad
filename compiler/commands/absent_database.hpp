#pragma once

#include "commands/verb.hpp"
#include "project/settings.hpp"

namespace headway::compiler {

/// Says so where a database is named and is not there yet, which is then taken for an empty one: its name may
/// be mistyped.
void mention_absence(const settings&, const shell&);

} // namespace headway::compiler
