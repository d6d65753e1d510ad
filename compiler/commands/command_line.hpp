#pragma once

#include "manual/description.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// The words behind `headway` in the order that the parser knows: options in front of the verb, where Alembic
/// has them, go behind it, and `help VERB` becomes `VERB --help`.
[[nodiscard]] std::vector<std::string> arrange(std::vector<std::string> words,
                                               const std::vector<verb_description>&);

/// The option that a word names, with its value or without; null if it is none of these.
[[nodiscard]] const argument* option_named(std::string_view word, const std::vector<argument>& known);

/// The first word that looks like an option and is none of these; empty if all are.
[[nodiscard]] std::string find_unknown_option(const std::vector<std::string>& words,
                                              const std::vector<argument>& known);

/// What to do instead of an option that is not there: what Headway has for Alembic's, or the one that may
/// have been meant. Empty if nothing is known.
[[nodiscard]] std::string suggest_option(std::string_view unknown, const std::vector<argument>& known);

} // namespace headway::compiler
