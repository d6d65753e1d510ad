#pragma once

#include "diagnostics/diagnostic.hpp"

#include <memory>
#include <string_view>

namespace headway::compiler {

/// Whether a line is one of those that git writes around the sides of a conflict: seven of `<`, `|`, `=` or
/// `>` at its beginning, and then a space or nothing.
[[nodiscard]] bool is_conflict_marker(std::string_view line) noexcept;

/// Reports the first such line of a migration that stands outside strings and comments; true if there is
/// none.
[[nodiscard]] bool check_conflict(const std::shared_ptr<const source_text>&, diagnostics&);

} // namespace headway::compiler
