#include "sql/spelled_name.hpp"

#include <algorithm>

namespace headway::detail {
namespace {

constexpr char fold(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

} // namespace

std::string fold(std::string_view name) {
    std::string result(name);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return fold(c); });
    return result;
}

bool same_name(std::string_view left, std::string_view right) noexcept {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return fold(a) == fold(b); });
}

std::string unquote(std::string_view token) {
    if (token.size() < 2) return std::string(token);
    if (token[0] == '[') return std::string(token.substr(1, token.size() - 2));
    if (token[0] != '"' && token[0] != '`' && token[0] != '\'') return std::string(token);
    std::string result;
    for (std::size_t at = 1; at + 1 < token.size(); ++at) {
        result += token[at];
        if (token[at] == token[0]) ++at;
    }
    return result;
}

std::string quoted(std::string_view name) {
    std::string text = "\"";
    for (const char letter : name) {
        text.append(letter == '"' ? 2 : 1, letter);
    }
    return text + '"';
}

std::string literal(std::string_view text) {
    std::string spelled(1, '\'');
    for (const char c : text) {
        spelled.append(c == '\'' ? 2 : 1, c);
    }
    return spelled + '\'';
}

} // namespace headway::detail
