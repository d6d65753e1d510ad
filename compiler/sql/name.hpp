#pragma once

#include "sql/language.hpp"

#include <string>
#include <string_view>

namespace headway::compiler {

/// The name as SQL spells it: bare if it can stand bare, otherwise in double quotes.
[[nodiscard]] std::string quote_name(std::string_view name);
/// The text as an SQL string.
[[nodiscard]] std::string quote_string(std::string_view text);

} // namespace headway::compiler
