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

/// Whether its rows have a rowid that is not one of its columns, and a name for it.
[[nodiscard]] bool has_hidden_rowid(const table_structure&) noexcept;

[[nodiscard]] const table_column* find_column(const table_structure&, std::string_view name) noexcept;

} // namespace headway::compiler
