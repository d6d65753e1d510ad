#pragma once

#include "diff/carried_rows.hpp"
#include "diff/side.hpp"
#include "diff/table_change.hpp"

namespace headway::compiler {

/// Adds what a change may cost the rows of its table: values lost or converted, constraints that existing
/// rows may break, and the rewriting of the table.
void add_hazards(const table_task&, table_change&);

/// What an index may break that is created over rows; nothing if they are sure to differ in it.
[[nodiscard]] std::optional<hazard> unique_hazard(const schema_object& index, const carried_rows&);

} // namespace headway::compiler
