#pragma once

#include "schema/schema.hpp"

#include <set>
#include <string>
#include <vector>

namespace headway::compiler {

/// The objects of `after` that `before` does not share.
[[nodiscard]] std::vector<const schema_object*> changed_objects(const schema& before, const schema& after);
/// The keys of those and of their tables, as key_of() has them.
[[nodiscard]] std::set<std::string> changed_keys(const schema& before, const schema& after);

} // namespace headway::compiler
