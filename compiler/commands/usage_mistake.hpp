#pragma once

#include "manual/description.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
class ParseError;
} // namespace CLI

namespace headway::compiler {

/// What is wrong with a command line that the parser has refused, in words that do not depend on the parser's
/// release. `words` are those of the command line as they were typed, `known` what the verb understands.
[[nodiscard]] std::string describe_mistake(const CLI::ParseError&, const CLI::App& verb,
                                           const std::vector<std::string>& words,
                                           const std::vector<argument>& known);

} // namespace headway::compiler
