#pragma once

#include "diff/side.hpp"

#include <vector>

namespace headway::compiler {

/// Foreign keys of `after` that lead to tables which are not there, or to columns that cannot be referred to;
/// not those that did so before.
void check_references(const side& before, const side& after, std::vector<refusal>& refusals);

} // namespace headway::compiler
