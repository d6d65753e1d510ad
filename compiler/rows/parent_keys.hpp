#pragma once

#include "rows/value.hpp"

#include <vector>

namespace headway::compiler {

/// The columns that a foreign key refers to, in its order; empty if it refers to nothing that can be referred
/// to.
[[nodiscard]] std::vector<const table_column*> columns_referred_to(const schema&, const foreign_key&);

/// What a row has to hold to refer to a row that is there: the values for the columns of the foreign key, for
/// each of the parent's first few rows.
[[nodiscard]] std::vector<std::vector<value>> parent_keys(SQLite::Database&, const schema&,
                                                          const foreign_key&);

} // namespace headway::compiler
