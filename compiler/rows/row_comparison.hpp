#pragma once

#include "rows/table_pair.hpp"

#include <optional>
#include <string>

namespace headway::compiler {

/// What `actual` has in the table otherwise than `expected`, as a sentence; nothing if the rows are the same.
/// Rowids count if both tables have them, columns that were filled do not.
[[nodiscard]] std::optional<std::string> compare_rows(SQLite::Database& expected, SQLite::Database& actual,
                                                      const table_pair&);

} // namespace headway::compiler
