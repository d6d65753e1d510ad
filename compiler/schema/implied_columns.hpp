#pragma once

#include "schema/schema.hpp"

#include <vector>

namespace headway::compiler {

/// A table's statement as it is where each foreign key that refers to the primary key of its parent names no
/// columns of it.
[[nodiscard]] lexemes without_implied_columns(const lexemes& table, const schema& of);
/// The same of what the pragmas report.
[[nodiscard]] std::vector<foreign_key> without_implied_columns(std::vector<foreign_key>, const schema& of);

} // namespace headway::compiler
