#pragma once

#include "schema/schema.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// The objects in an order that says nothing of how they came about and in which they can be created: tables,
/// those that are referred to first, virtual ones last, each with its indexes; views, those that others read
/// first; triggers. Where that leaves a choice, by name.
[[nodiscard]] std::vector<const schema_object*> in_canonical_order(const schema&);

/// The text that creates an object, with its semicolon. What stands behind the last token is left out: a
/// comment there would take the semicolon for a part of it.
[[nodiscard]] std::string complete_statement(std::string_view sql);
/// The same without needless quotes around the names of tables, which ALTER TABLE … RENAME TO leaves behind.
[[nodiscard]] std::string canonical_statement(const schema_object&);

/// SQL that creates the schema. Loading it gives a schema of which this makes the same text again.
[[nodiscard]] std::string render_schema(const schema&);

} // namespace headway::compiler
