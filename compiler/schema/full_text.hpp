#pragma once

#include "schema/schema.hpp"

#include <optional>
#include <string>

namespace headway::compiler {

[[nodiscard]] bool is_full_text(const schema_object&);

/// The option of an FTS table that says where its text is: nothing if it keeps it itself, empty if nowhere.
[[nodiscard]] std::optional<std::string> content_of(const schema_object&);

/// The statement by which a text search reads anew what it searches.
[[nodiscard]] std::string refill(const schema_object&);

} // namespace headway::compiler
