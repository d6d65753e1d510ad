#pragma once

#include "schema/schema.hpp"

#include <string>
#include <string_view>

namespace headway::compiler {

/// The column that is another name of the rowid: `INTEGER PRIMARY KEY`, or the first of an R-tree; or null.
[[nodiscard]] const table_column* rowid_alias(const table_structure&) noexcept;

/// A name by which a statement reaches the rowid: empty for a table WITHOUT ROWID, and for one whose columns
/// hide all three names.
[[nodiscard]] std::string_view rowid_name(const table_structure&) noexcept;

/// What a statement says for the rowid: the column that is another name of it, or else `rowid_name`.
[[nodiscard]] std::string rowid_expression(const table_structure&);

/// Whether a name means the rowid in a table that has no such column.
[[nodiscard]] bool names_rowid(std::string_view) noexcept;

/// Whether its rows have a rowid that is not one of its columns, and a name for it.
[[nodiscard]] bool has_hidden_rowid(const table_structure&) noexcept;

/// Whether it counts by AUTOINCREMENT which rowids it has given.
[[nodiscard]] bool is_autoincrement(const schema_object&);

[[nodiscard]] const table_column* find_column(const table_structure&, std::string_view name) noexcept;

} // namespace headway::compiler
