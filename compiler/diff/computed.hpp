#pragma once

#include "diff/side.hpp"
#include "diff/table_change.hpp"

#include <optional>

namespace headway::compiler {

/// What an index over what is computed may break, on rows of its table as it was before; nothing if it can be
/// computed for all that are made up.
[[nodiscard]] std::optional<hazard> computed_hazard(const schema_object& index, const schema_object& before,
                                                    const side& to);
/// The same of the columns that a table computes, when it is rebuilt.
[[nodiscard]] std::optional<hazard> computed_hazard(const table_task&, const table_change&, const side& to);

} // namespace headway::compiler
