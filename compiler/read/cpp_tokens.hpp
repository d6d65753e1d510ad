#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace headway::compiler {

enum class cpp_kind : std::uint8_t { word, number, string, punctuation, line_comment, block_comment };

/// A token of C++ as far as a migration is read: a string is one with its prefix and quotes, also a character
/// and a raw one; of punctuation only `++`, `--`, `&&`, `||` and `::` are longer than a byte.
struct cpp_token {
    cpp_kind kind;
    std::string_view text; ///< A view into the source.
};

/// All tokens of a source, comments too, space left out.
[[nodiscard]] std::vector<cpp_token> cpp_tokens(std::string_view source);

} // namespace headway::compiler
