#pragma once

#include "diagnostics/diagnostic.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// Puts values in for `${name}`, each variable being `name=value`; a name that begins with another sign than
/// a letter or `_` stands for itself, such as `%table`. Lines keep their numbers.
void fill_placeholders(source_text&, const std::vector<std::string>& variables);

/// The first placeholder that is left; empty if there is none.
[[nodiscard]] std::string_view find_placeholder(std::string_view text) noexcept;

} // namespace headway::compiler
