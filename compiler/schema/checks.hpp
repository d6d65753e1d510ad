#pragma once

#include "schema/schema.hpp"

#include <set>
#include <string>
#include <vector>

namespace headway::compiler {

/// The expressions of CHECK in a CREATE TABLE statement, with their brackets.
[[nodiscard]] std::vector<lexemes> checks_of(const lexemes& statement);

/// The columns that an expression speaks of, folded.
[[nodiscard]] std::set<std::string> columns_in(const lexemes& expression, const table_structure&);

} // namespace headway::compiler
