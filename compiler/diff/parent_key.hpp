#pragma once

#include "diff/carried_rows.hpp"
#include "diff/side.hpp"

#include <vector>

namespace headway::compiler {

/// What a change of `before` into `now` may cost the tables that refer to it: a row of theirs finds its
/// parent by the collation and the type of the parent's column. `rows` are those of the parent; `all` is the
/// schema that the change begins with. The children of `to` whose own foreign key is new are left to those
/// who look at them.
[[nodiscard]] std::vector<hazard> parent_key_hazards(const schema_object& before, const schema_object& now,
                                                     const carried_rows& rows, const schema_lookup& all,
                                                     const side& to);

} // namespace headway::compiler
