#pragma once

#include "sql/language.hpp"

#include <functional>
#include <string>

namespace headway::compiler {

/// The lexemes as one line of SQL for messages.
[[nodiscard]] std::string to_string(const lexemes&);

/// Whether a folded name is that of a column or an object of the schemas at hand.
using known_name = std::function<bool(const std::string&)>;

/// Whether two statements of valid schemas mean the same. `known` decides what `"…"` is.
[[nodiscard]] bool same_meaning(const lexemes&, const lexemes&, const known_name& known);

} // namespace headway::compiler
