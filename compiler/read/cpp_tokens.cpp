#include "read/cpp_tokens.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace headway::compiler {
namespace {

constexpr std::string_view cpp_space = " \t\n\v\f\r";

constexpr bool starts_word(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

constexpr bool is_cpp_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// Takes a source apart from the left.
class cpp_lexer {
public:
    explicit cpp_lexer(std::string_view source) : rest_(source) {}

    std::vector<cpp_token> all() {
        std::vector<cpp_token> tokens;
        for (skip_space(); !rest_.empty(); skip_space())
            tokens.push_back(next());
        return tokens;
    }

private:
    void skip_space() {
        for (;;) {
            rest_.remove_prefix(std::min(rest_.find_first_not_of(cpp_space), rest_.size()));
            if (!rest_.starts_with("\\\n")) return;
            rest_.remove_prefix(2);
        }
    }

    cpp_token take(cpp_kind kind, std::size_t size) {
        const std::string_view text = rest_.substr(0, size);
        rest_.remove_prefix(text.size());
        return {kind, text};
    }

    cpp_token next() {
        if (rest_.starts_with("//"))
            return take(cpp_kind::line_comment, std::min(end_of_line(), rest_.size()));
        if (rest_.starts_with("/*")) return take(cpp_kind::block_comment, behind("*/", 2));
        if (rest_[0] == '"' || rest_[0] == '\'') return take(cpp_kind::string, end_of_quoted(0));
        if (starts_word(rest_[0])) return word();
        if (is_cpp_digit(rest_[0]) || (rest_[0] == '.' && rest_.size() > 1 && is_cpp_digit(rest_[1])))
            return take(cpp_kind::number, end_of_number());
        constexpr std::array<std::string_view, 5> pairs{"++", "--", "&&", "||", "::"};
        const bool is_pair = std::any_of(pairs.begin(), pairs.end(),
                                         [&](std::string_view pair) { return rest_.starts_with(pair); });
        return take(cpp_kind::punctuation, is_pair ? 2 : 1);
    }

    /// A word, or the string of which it is the prefix.
    cpp_token word() {
        std::size_t end = 1;
        while (end < rest_.size() && (starts_word(rest_[end]) || is_cpp_digit(rest_[end])))
            ++end;
        const std::string_view prefix = rest_.substr(0, end);
        constexpr std::array<std::string_view, 9> prefixes{"R", "L", "u", "U", "u8", "LR", "uR", "UR", "u8R"};
        const char behind_it = end < rest_.size() ? rest_[end] : ' ';
        if ((behind_it != '"' && behind_it != '\'') ||
            std::find(prefixes.begin(), prefixes.end(), prefix) == prefixes.end())
            return take(cpp_kind::word, end);
        return take(cpp_kind::string,
                    prefix.ends_with('R') && behind_it == '"' ? end_of_raw(end) : end_of_quoted(end));
    }

    std::size_t behind(std::string_view what, std::size_t from) const {
        const std::size_t at = rest_.find(what, from);
        return at == rest_.npos ? at : at + what.size();
    }

    /// Of a comment: a backslash before the end of the line takes the next one along.
    std::size_t end_of_line() const {
        std::size_t end = rest_.find('\n');
        while (end != rest_.npos && rest_[end - 1] == '\\')
            end = rest_.find('\n', end + 1);
        return end;
    }

    /// One that is not closed ends with its line, which the compiler will not like.
    std::size_t end_of_quoted(std::size_t begin) const {
        std::size_t at = begin + 1;
        while (at < rest_.size() && rest_[at] != '\n' && rest_[at] != rest_[begin])
            at += rest_[at] == '\\' ? 2 : 1;
        return at < rest_.size() && rest_[at] == rest_[begin] ? at + 1 : std::min(at, rest_.size());
    }

    std::size_t end_of_raw(std::size_t begin) const {
        const std::size_t bracket = rest_.find('(', begin);
        if (bracket == rest_.npos) return bracket;
        const std::string_view delimiter = rest_.substr(begin + 1, bracket - begin - 1);
        return behind(std::string(")").append(delimiter).append("\""), bracket);
    }

    std::size_t end_of_number() const {
        std::size_t end = 1;
        while (end < rest_.size()) {
            const bool is_sign = (rest_[end] == '+' || rest_[end] == '-') &&
                                 std::string_view("eEpP").find(rest_[end - 1]) != std::string_view::npos;
            const bool separates = rest_[end] == '\'' && end + 1 < rest_.size() &&
                                   (starts_word(rest_[end + 1]) || is_cpp_digit(rest_[end + 1]));
            if (!starts_word(rest_[end]) && !is_cpp_digit(rest_[end]) && rest_[end] != '.' && !is_sign &&
                !separates)
                break;
            ++end;
        }
        return end;
    }

    std::string_view rest_;
};

} // namespace

std::vector<cpp_token> cpp_tokens(std::string_view source) {
    return cpp_lexer(source).all();
}

} // namespace headway::compiler
