#pragma once

#include "diff/table_change.hpp"

#include <optional>
#include <string>

namespace headway {

/// The option of an FTS table that says where its text is: nothing if it keeps it itself, empty if nowhere.
[[nodiscard]] std::optional<std::string> content_of(const schema_object&);
[[nodiscard]] bool is_full_text(const schema_object&);

/// The statement by which an FTS table reads its external content again.
[[nodiscard]] std::string refill(const schema_object&);

/// A table of which at least one side is virtual.
[[nodiscard]] table_change change_virtual_table(const table_task&, const side& to);

} // namespace headway
