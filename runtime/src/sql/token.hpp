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

/// Space and comments mean nothing.
[[nodiscard]] constexpr bool is_blank(token_kind kind) noexcept {
    return kind <= token_kind::block_comment;
}

struct token {
    token_kind kind;
    std::size_t begin; ///< Byte offsets into the text.
    std::size_t end;
    /// False for a string, blob, name or block comment that runs to the end of the text.
    bool terminated = true;

    /// Its bytes in the text that it is a token of.
    [[nodiscard]] std::string_view in(std::string_view text) const noexcept {
        return text.substr(begin, end - begin);
    }
};

/// The token that begins at `offset`; kind `end` at the end of the text. Never fails. Follows the rules of
/// SQLite's tokenizer (https://www.sqlite.org/lang_keywords.html, https://www.sqlite.org/lang_comment.html).
[[nodiscard]] token next_token(std::string_view text, std::size_t offset) noexcept;
/// The first token from `offset` on that is neither space nor comment.
[[nodiscard]] token next_meaning(std::string_view text, std::size_t offset) noexcept;

/// Tokens of a text, one after the other, without the one of kind `end`.
class token_range {
public:
    using successor = token (*)(std::string_view text, std::size_t offset) noexcept;

    class iterator {
    public:
        iterator(std::string_view text, token at, successor next) noexcept
            : text_(text), at_(at), next_(next) {}
        const token& operator*() const noexcept { return at_; }
        iterator& operator++() noexcept {
            at_ = next_(text_, at_.end);
            return *this;
        }
        bool operator!=(const iterator& other) const noexcept { return at_.begin != other.at_.begin; }

    private:
        std::string_view text_;
        token at_;
        successor next_;
    };

    token_range(std::string_view text, std::size_t begin, successor next) noexcept
        : text_(text), begin_(begin), next_(next) {}
    [[nodiscard]] iterator begin() const noexcept { return {text_, next_(text_, begin_), next_}; }
    [[nodiscard]] iterator end() const noexcept { return {text_, next_token(text_, text_.size()), next_}; }

private:
    std::string_view text_;
    std::size_t begin_;
    successor next_;
};

/// The tokens from `begin` on that mean something: neither space nor comments.
[[nodiscard]] inline token_range tokens(std::string_view text, std::size_t begin = 0) noexcept {
    return {text, begin, next_meaning};
}
/// All tokens from `begin` on.
[[nodiscard]] inline token_range all_tokens(std::string_view text, std::size_t begin = 0) noexcept {
    return {text, begin, next_token};
}

} // namespace headway::detail
