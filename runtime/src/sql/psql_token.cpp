#include "sql/psql_token.hpp"

namespace headway::detail {
namespace {

constexpr bool begins_word(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

constexpr bool goes_on_in_word(char c) noexcept {
    return begins_word(c) || is_digit(c) || c == '$';
}

/// A text with a place in it; behind its end there are NULs.
struct reader {
    std::string_view text;
    std::size_t at;
    [[nodiscard]] char ahead(std::size_t distance = 0) const noexcept {
        return at + distance < text.size() ? text[at + distance] : '\0';
    }
    [[nodiscard]] bool is_at_end() const noexcept { return at >= text.size(); }
    template <class Fits>
    void skip(Fits fits) noexcept {
        while (!is_at_end() && fits(text[at])) {
            ++at;
        }
    }
};

bool skip_block_comment(reader& from) noexcept {
    std::size_t depth = 0;
    while (!from.is_at_end()) {
        const bool opens = from.ahead() == '/' && from.ahead(1) == '*';
        const bool closes = from.ahead() == '*' && from.ahead(1) == '/';
        from.at += opens || closes ? 2 : 1;
        if (opens) ++depth;
        if (closes && --depth == 0) return true;
    }
    return false;
}

/// From the opening quote on.
bool skip_quoted(reader& from, bool knows_backslashes) noexcept {
    const char quote = from.ahead();
    for (++from.at; !from.is_at_end(); ++from.at) {
        if (knows_backslashes && from.ahead() == '\\') {
            ++from.at;
        } else if (from.ahead() == quote) {
            ++from.at;
            if (from.ahead() != quote) return true;
        }
    }
    from.at = from.text.size();
    return false;
}

/// The bytes of `$tag$`, or 0 if that is not what stands there.
std::size_t dollar_tag(const reader& from) noexcept {
    std::size_t end = 1;
    if (begins_word(from.ahead(end))) {
        while (begins_word(from.ahead(end)) || is_digit(from.ahead(end))) {
            ++end;
        }
    }
    return from.ahead(end) == '$' ? end + 1 : 0;
}

bool skip_dollar_quoted(reader& from, std::size_t tag) noexcept {
    const std::size_t end = from.text.find(from.text.substr(from.at, tag), from.at + tag);
    from.at = end == std::string_view::npos ? from.text.size() : end + tag;
    return end != std::string_view::npos;
}

/// The bytes before the quote of `E'`, `B'`, `X'`, `N'`, `U&'` and `U&"`; 0 without one.
std::size_t quote_prefix(const reader& from) noexcept {
    const char first = static_cast<char>(from.ahead() | 0x20);
    if (first == 'u' && from.ahead(1) == '&' && (from.ahead(2) == '\'' || from.ahead(2) == '"')) return 2;
    const bool any = first == 'e' || first == 'b' || first == 'x' || first == 'n';
    return any && from.ahead(1) == '\'' ? 1 : 0;
}

token_kind skip_number(reader& from) noexcept {
    from.skip([](char c) { return goes_on_in_word(c) || c == '.'; });
    return token_kind::number;
}

token quoted_token(reader& from, std::size_t prefix) noexcept {
    const std::size_t begin = from.at;
    const bool knows_backslashes = (from.ahead() | 0x20) == 'e';
    from.at += prefix;
    const token_kind kind = from.ahead() == '"' ? token_kind::quoted_name : token_kind::string;
    const bool terminated = skip_quoted(from, prefix == 1 && knows_backslashes);
    return {kind, begin, from.at, terminated};
}

bool is_space(char c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

} // namespace

token next_psql_token(std::string_view text, std::size_t offset) noexcept {
    reader from{text, offset};
    const auto made = [&](token_kind kind, bool terminated = true) {
        return token{kind, offset, from.at, terminated};
    };
    if (from.is_at_end()) return made(token_kind::end);
    const char first = from.ahead();
    if (is_space(first)) {
        from.skip(is_space);
        return made(token_kind::space);
    }
    if (first == '-' && from.ahead(1) == '-') {
        from.skip([](char c) { return c != '\n'; });
        return made(token_kind::line_comment);
    }
    if (first == '/' && from.ahead(1) == '*') {
        const bool terminated = skip_block_comment(from);
        return made(token_kind::block_comment, terminated);
    }
    const std::size_t prefix = quote_prefix(from);
    if (prefix != 0 || first == '\'' || first == '"') return quoted_token(from, prefix);
    if (begins_word(first)) {
        from.skip(goes_on_in_word);
        return made(token_kind::word);
    }
    if (first == '$') {
        if (const std::size_t tag = dollar_tag(from); tag != 0) {
            const bool terminated = skip_dollar_quoted(from, tag);
            return made(token_kind::string, terminated);
        }
        ++from.at;
        from.skip(is_digit);
        return made(token_kind::variable);
    }
    if (is_digit(first)) return made(skip_number(from));
    ++from.at;
    if (first == ';') return made(token_kind::semicolon);
    return made(first == '\0' ? token_kind::illegal : token_kind::punctuation);
}

token next_psql_meaning(std::string_view text, std::size_t offset) noexcept {
    token found = next_psql_token(text, offset);
    while (is_blank(found.kind)) {
        found = next_psql_token(text, found.end);
    }
    return found;
}

} // namespace headway::detail
