#pragma once

#include "diff/table_change.hpp"

#include <string>

namespace headway::compiler {

/// What SQLite says against a row of the new table, whatever the row was before: some columns are new, and
/// their values are the same in each row, which a CHECK or the type of a STRICT table refuses. Empty if there
/// is no such reason. Looks only at what literals and defaults say.
[[nodiscard]] std::string refusal_of_every_row(const table_task&, const table_change&, const side& to);

/// Whether an expression is `7`, `-7`, `'a'`, `NULL` or the like, which has one value wherever it stands.
[[nodiscard]] bool is_literal(const lexemes& expression);

} // namespace headway::compiler
