#pragma once

#include "diff/table_change.hpp"

#include <optional>
#include <string>
#include <vector>

namespace headway {

/// The ALTER TABLE statements, and UPDATE statements for backfills, that may turn one table into the other;
/// nothing if they cannot. Whether they do is for SQLite to say.
[[nodiscard]] std::optional<std::vector<std::string>> alter_statements(const table_task&, const side& to);

} // namespace headway
