#pragma once

#include "diff/table_change.hpp"
#include "schema/full_text.hpp"

#include <optional>
#include <string>

namespace headway::compiler {

/// Whether a text search is to keep the text of the table that it has read until now. It has to read it while
/// that is as it was.
[[nodiscard]] bool takes_text_over(const schema_object& before, const schema_object& now);

/// A text search may be created over a table that it cannot read: then there is no refilling it.
[[nodiscard]] std::optional<refusal> check_content(const schema_object& search, const side& in);

/// A table of which at least one side is virtual.
[[nodiscard]] table_change change_virtual_table(const table_task&, const side& to);

} // namespace headway::compiler
