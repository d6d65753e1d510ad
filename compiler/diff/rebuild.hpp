#pragma once

#include "diff/table_change.hpp"

namespace headway::compiler {

/// Copies the rows of a table to a new one that takes its place: create, insert, drop, rename, and the
/// indexes again. Keeps rowids and the counter of AUTOINCREMENT. Works for virtual tables that can be renamed
/// too.
[[nodiscard]] table_change rebuild_table(const table_task&, const side& to);

/// The text of a table's statement with another name for the table.
[[nodiscard]] std::string with_table_name(const schema_object&, const std::string& name);

} // namespace headway::compiler
