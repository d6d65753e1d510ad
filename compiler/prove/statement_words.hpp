#pragma once

#include "sql/language.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// A token of a script and its text, folded.
struct word {
    token at;
    std::string text;
};
using statement_words = std::vector<word>;

/// The tokens between two offsets that mean something.
[[nodiscard]] statement_words words_of(std::string_view sql, std::size_t begin, std::size_t end);

[[nodiscard]] bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) noexcept;

/// The `)` that belongs to the `(` at `open`, or the number of words if there is none.
[[nodiscard]] std::size_t closing(const statement_words&, std::size_t open) noexcept;

/// How many arguments the call has whose `(` is at `open`.
[[nodiscard]] int count_arguments(const statement_words&, std::size_t open) noexcept;

} // namespace headway::compiler
