#pragma once

#include "manual/description.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// What stands in a word of the command line.
enum class word_kind { file, directory, revision, choice, text };

/// By its choices, else by the name that the help has for it, such as `DIR`.
[[nodiscard]] word_kind kind_of(const argument&);

/// The choices with a space between.
[[nodiscard]] std::string choices_of(const argument&);

/// `-m` and `--message` of `-m,--message`.
[[nodiscard]] std::vector<std::string> spellings(const argument&);

/// For between single quotes, as all three shells read them.
[[nodiscard]] std::string single_quoted(std::string_view text);

} // namespace headway::compiler
