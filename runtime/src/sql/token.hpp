#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace headway::detail {

/// The kinds of token that SQLite's own tokeniser tells apart, as far as a reader of migrations needs them.
enum class token_kind : std::uint8_t {
    space,
    line_comment,  ///< `-- …` without its line end
    block_comment, ///< `/* … */`
    word,          ///< keyword or bare identifier
    quoted_name,   ///< `"…"`, `[…]` or a backquoted name
    string,        ///< `'…'`
    blob,          ///< `x'…'`
    number,
    variable, ///< `?1 :a @a $a`
    semicolon,
    punctuation, ///< an operator or bracket
    illegal,     ///< what begins no token, such as `!` or NUL, and numbers and blobs with stray letters
    end,
};

struct token {
    token_kind kind;
    std::size_t begin; ///< Byte offsets into the text.
    std::size_t end;
    /// False for a string, blob, name or block comment that runs to the end of the text.
    bool terminated = true;
};

/// The token that begins at `offset`; kind `end` at the end of the text. Never fails. Follows the rules of
/// SQLite's tokenizer (https://www.sqlite.org/lang_keywords.html, https://www.sqlite.org/lang_comment.html).
[[nodiscard]] token next_token(std::string_view text, std::size_t offset) noexcept;

} // namespace headway::detail
