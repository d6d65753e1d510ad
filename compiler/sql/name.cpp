#include "sql/name.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace headway::compiler {
namespace {

std::string in_quotes(std::string_view text, char quote) {
    std::string result(1, quote);
    for (const char c : text)
        result.append(c == quote ? 2 : 1, c);
    return result += quote;
}

bool is_word(std::string_view name) noexcept {
    const auto letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return !name.empty() && !digit(name[0]) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || digit(c) || c == '_'; });
}

} // namespace

std::string quote_name(std::string_view name) {
    const bool bare = is_word(name) && sqlite3_keyword_check(name.data(), static_cast<int>(name.size())) == 0;
    return bare ? std::string(name) : in_quotes(name, '"');
}

std::string quote_string(std::string_view text) {
    return in_quotes(text, '\'');
}

} // namespace headway::compiler
