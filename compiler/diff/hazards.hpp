#pragma once

#include "diff/table_change.hpp"

namespace headway {

/// Adds what a change may cost the rows of its table: values lost or converted, constraints that existing
/// rows may break, and the rewriting of the table.
void add_hazards(const table_task&, table_change&);

/// What a new unique index may break; nothing if the table promised as much before.
[[nodiscard]] std::optional<hazard> unique_hazard(const schema_object& index,
                                                  const schema_object& table_before);

} // namespace headway
