#pragma once

#include "diff/table_change.hpp"

#include <optional>

namespace headway::compiler {

/// The change by ALTER TABLE statements, and UPDATE statements for backfills, that may turn one table into
/// the other; nothing if they cannot. Whether they do is for SQLite to say.
[[nodiscard]] std::optional<table_change> alter_table(const table_task&, const side& to);

} // namespace headway::compiler
