#include "read/header_key.hpp"

#include "diagnostics/nearest.hpp"
#include "read/text.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {

/// So many wrong letters still mean the known key.
constexpr std::size_t most_typing_errors = 2;

constexpr bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

std::optional<keyed_line> split_key(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == line.npos || colon == 0 || !is_letter(line[0])) return std::nullopt;
    const std::string_view words = line.substr(0, colon);
    if (!std::all_of(words.begin(), words.end(), [](char c) { return is_letter(c) || c == ' ' || c == '-'; }))
        return std::nullopt;
    const std::string_view rest = line.substr(colon + 1);
    const std::string_view value = trim(rest);
    return keyed_line{words, value, rest.empty() || value.data() != rest.data()};
}

std::size_t key_meant(std::string_view words) {
    const auto exact = std::find(key_names.begin(), key_names.end(), words);
    if (exact != key_names.end()) return static_cast<std::size_t>(exact - key_names.begin());
    for (std::size_t each = 0; each < known_key::count; ++each) {
        if (edit_distance(words, key_names[each], most_typing_errors) <= most_typing_errors) return each;
    }
    return known_key::count;
}

} // namespace headway::compiler
