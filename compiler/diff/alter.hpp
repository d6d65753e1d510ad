#pragma once

#include "diff/table_change.hpp"

#include <optional>

namespace headway::compiler {

/// The change by ALTER TABLE statements, and UPDATE statements for backfills, that may turn one table into
/// the other; nothing if they cannot. Whether they do is for SQLite to say.
[[nodiscard]] std::optional<table_change> alter_table(const table_task&, const side& to);

/// Whether ALTER TABLE could make the table but for the places of its columns.
[[nodiscard]] bool differ_in_places_alone(const table_task&);

} // namespace headway::compiler
