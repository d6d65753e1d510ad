#include "sql/token.hpp"

#include <array>

namespace headway::detail {
namespace {

/// What a byte begins. SQLite decides by the first byte of a token, and so do we.
enum class begins : std::uint8_t {
    nothing,
    space,
    word,
    x, ///< A word, unless a quote follows: then a blob.
    digit,
    dot,
    dash,
    slash,
    quote,
    name_quote,
    bracket,
    question,
    variable,
    semicolon,
    bracket_or_comma, ///< One byte, whatever follows.
    operation,        ///< Perhaps the first byte of several, as in `<=`.
    bom,              ///< A word, unless it is a whole byte order mark, which is space.
};

using class_table = std::array<begins, 256>;

constexpr void set(class_table& table, std::string_view bytes, begins value) {
    for (const char c : bytes)
        table[static_cast<unsigned char>(c)] = value;
}

constexpr class_table make_classes() {
    class_table table{};
    for (std::size_t c = 0x80; c < table.size(); ++c)
        table[c] = begins::word;
    set(table, "abcdefghijklmnopqrstuvwyzABCDEFGHIJKLMNOPQRSTUVWYZ_", begins::word);
    set(table, "xX", begins::x);
    set(table, "0123456789", begins::digit);
    set(table, " \t\n\f\r", begins::space);
    set(table, "()+*%,&~", begins::bracket_or_comma);
    set(table, "=<>!|", begins::operation);
    set(table, "$@#:", begins::variable);
    set(table, ".", begins::dot);
    set(table, "-", begins::dash);
    set(table, "/", begins::slash);
    set(table, "'", begins::quote);
    set(table, "\"`", begins::name_quote);
    set(table, "[", begins::bracket);
    set(table, "?", begins::question);
    set(table, ";", begins::semicolon);
    set(table, "\xEF", begins::bom);
    return table;
}
constexpr class_table classes = make_classes();

constexpr std::array<bool, 256> make_word_bytes() {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c)
        table[c] = classes[c] == begins::word || classes[c] == begins::x || classes[c] == begins::digit ||
                   classes[c] == begins::bom || c == '$';
    return table;
}
constexpr std::array<bool, 256> word_bytes = make_word_bytes();

constexpr bool is_word_byte(char c) noexcept {
    return word_bytes[static_cast<unsigned char>(c)];
}
constexpr begins class_of(char c) noexcept {
    return classes[static_cast<unsigned char>(c)];
}
constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
constexpr bool is_hex_digit(char c) noexcept {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Cuts the one token that begins at `begin_`, which is inside the text.
class scanner {
public:
    scanner(std::string_view text, std::size_t begin) noexcept : text_(text), begin_(begin) {}
    token scan() const noexcept;

private:
    /// The byte at `at`, or NUL behind the end.
    char peek(std::size_t at) const noexcept { return at < text_.size() ? text_[at] : '\0'; }
    token make(token_kind kind, std::size_t end) const noexcept { return {kind, begin_, end, true}; }
    token unterminated(token_kind kind) const noexcept { return {kind, begin_, text_.size(), false}; }

    std::size_t behind_word(std::size_t at) const noexcept;
    std::size_t behind_digits(std::size_t at) const noexcept;
    token space() const noexcept;
    token word() const noexcept { return make(token_kind::word, behind_word(begin_ + 1)); }
    token line_comment() const noexcept;
    token block_comment() const noexcept;
    token until(char quote, token_kind kind) const noexcept;
    token quoted(token_kind kind) const noexcept;
    token blob() const noexcept;
    token number() const noexcept;
    token variable() const noexcept;
    token numbered_variable() const noexcept;
    token operation() const noexcept;

    std::string_view text_;
    std::size_t begin_;
};

std::size_t scanner::behind_word(std::size_t at) const noexcept {
    while (at < text_.size() && is_word_byte(text_[at]))
        ++at;
    return at;
}

/// Behind decimal digits, which may be grouped by single underscores as SQLite 3.46 permits.
std::size_t scanner::behind_digits(std::size_t at) const noexcept {
    if (!is_digit(peek(at))) return at;
    while (is_digit(peek(at)) || (peek(at) == '_' && is_digit(peek(at + 1))))
        ++at;
    return at;
}

token scanner::space() const noexcept {
    std::size_t at = begin_ + 1;
    while (at < text_.size() && class_of(text_[at]) == begins::space)
        ++at;
    return make(token_kind::space, at);
}

token scanner::line_comment() const noexcept {
    const std::size_t end = text_.find('\n', begin_);
    return make(token_kind::line_comment, end == text_.npos ? text_.size() : end);
}

token scanner::block_comment() const noexcept {
    const std::size_t close = text_.find("*/", begin_ + 2);
    return close == text_.npos ? unterminated(token_kind::block_comment)
                               : make(token_kind::block_comment, close + 2);
}

token scanner::until(char quote, token_kind kind) const noexcept {
    const std::size_t close = text_.find(quote, begin_ + 1);
    return close == text_.npos ? unterminated(kind) : make(kind, close + 1);
}

/// A quote is written inside its quotes by doubling it.
token scanner::quoted(token_kind kind) const noexcept {
    const char quote = text_[begin_];
    for (std::size_t close = begin_; (close = text_.find(quote, close + 1)) != text_.npos; ++close) {
        if (peek(close + 1) != quote) return make(kind, close + 1);
    }
    return unterminated(kind);
}

token scanner::blob() const noexcept {
    std::size_t at = begin_ + 2;
    while (is_hex_digit(peek(at)))
        ++at;
    if (peek(at) == '\'' && (at - begin_) % 2 == 0) return make(token_kind::blob, at + 1);
    const std::size_t close = text_.find('\'', at);
    return close == text_.npos ? unterminated(token_kind::blob) : make(token_kind::illegal, close + 1);
}

token scanner::number() const noexcept {
    std::size_t at = begin_;
    if (text_[at] == '0' && (peek(at + 1) | 0x20) == 'x' && is_hex_digit(peek(at + 2))) {
        at += 3;
        while (is_hex_digit(peek(at)) || (peek(at) == '_' && is_hex_digit(peek(at + 1))))
            ++at;
    } else {
        at = behind_digits(at);
        if (peek(at) == '.') at = behind_digits(at + 1);
        const std::size_t sign = peek(at + 1) == '+' || peek(at + 1) == '-' ? 1 : 0;
        if ((peek(at) | 0x20) == 'e' && is_digit(peek(at + 1 + sign))) at = behind_digits(at + 1 + sign);
    }
    // What sticks to a number, as in `12abc`, makes all of it illegal.
    const std::size_t end = behind_word(at);
    return make(end == at ? token_kind::number : token_kind::illegal, end);
}

/// A name behind `$ @ # :`, with the `::` and the one `(…)` of a Tcl variable.
token scanner::variable() const noexcept {
    std::size_t at = behind_word(begin_ + 1);
    bool named = at > begin_ + 1;
    while (peek(at) == ':' && peek(at + 1) == ':') {
        const std::size_t part = at + 2;
        at = behind_word(part);
        named = named || at > part;
    }
    if (!named || peek(at) != '(') return make(named ? token_kind::variable : token_kind::illegal, at);
    while (at < text_.size() && text_[at] != ')' && class_of(text_[at]) != begins::space)
        ++at;
    return peek(at) == ')' ? make(token_kind::variable, at + 1) : make(token_kind::illegal, at);
}

token scanner::numbered_variable() const noexcept {
    std::size_t at = begin_ + 1;
    while (is_digit(peek(at)))
        ++at;
    return make(token_kind::variable, at);
}

token scanner::operation() const noexcept {
    const std::string_view rest = text_.substr(begin_);
    if (rest.substr(0, 3) == "->>") return make(token_kind::punctuation, begin_ + 3);
    for (const std::string_view pair : {"->", "==", "<=", "<>", "<<", ">=", ">>", "!=", "||"}) {
        if (rest.substr(0, 2) == pair) return make(token_kind::punctuation, begin_ + 2);
    }
    return make(rest[0] == '!' ? token_kind::illegal : token_kind::punctuation, begin_ + 1);
}

token scanner::scan() const noexcept {
    const char next = peek(begin_ + 1);
    switch (class_of(text_[begin_])) {
    case begins::space:
        return space();
    case begins::word:
        return word();
    case begins::x:
        return next == '\'' ? blob() : word();
    case begins::digit:
        return number();
    case begins::dot:
        return is_digit(next) ? number() : make(token_kind::punctuation, begin_ + 1);
    case begins::dash:
        return next == '-' ? line_comment() : operation();
    case begins::slash:
        return next == '*' ? block_comment() : make(token_kind::punctuation, begin_ + 1);
    case begins::quote:
        return quoted(token_kind::string);
    case begins::name_quote:
        return quoted(token_kind::quoted_name);
    case begins::bracket:
        return until(']', token_kind::quoted_name);
    case begins::question:
        return numbered_variable();
    case begins::variable:
        return variable();
    case begins::semicolon:
        return make(token_kind::semicolon, begin_ + 1);
    case begins::bracket_or_comma:
        return make(token_kind::punctuation, begin_ + 1);
    case begins::operation:
        return operation();
    case begins::bom:
        return text_.substr(begin_, 3) == "\xEF\xBB\xBF" ? make(token_kind::space, begin_ + 3) : word();
    case begins::nothing:
        break;
    }
    return make(token_kind::illegal, begin_ + 1);
}

} // namespace

token next_token(std::string_view text, std::size_t offset) noexcept {
    if (offset >= text.size()) return {token_kind::end, text.size(), text.size(), true};
    return scanner(text, offset).scan();
}

token next_meaning(std::string_view text, std::size_t offset) noexcept {
    token next = next_token(text, offset);
    while (is_blank(next.kind))
        next = next_token(text, next.end);
    return next;
}

} // namespace headway::detail
