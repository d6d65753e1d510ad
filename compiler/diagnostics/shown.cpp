#include "diagnostics/shown.hpp"

#include "diagnostics/utf8.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {

constexpr std::string_view unprintable = "\uFFFD";

/// Those that tell a terminal in which direction to write, and the line ends of Unicode.
constexpr std::string_view directions[] = {"\u061C", "\u200E", "\u200F", "\u2028", "\u2029",
                                           "\u202A", "\u202B", "\u202C", "\u202D", "\u202E",
                                           "\u2066", "\u2067", "\u2068", "\u2069"};

bool is_control(std::string_view code_point) noexcept {
    const auto first = static_cast<unsigned char>(code_point[0]);
    if (first < 0x80) return first < 0x20 || first == 0x7F;
    if (first == 0xC2) return code_point.size() == 2 && static_cast<unsigned char>(code_point[1]) < 0xA0;
    return std::find(std::begin(directions), std::end(directions), code_point) != std::end(directions);
}

/// The runner skips blanks before it looks for `::`.
bool is_command(std::string_view line) noexcept {
    const std::size_t begin = line.find_first_not_of(" \t");
    return begin != line.npos && line.substr(begin, 2) == "::";
}

} // namespace

std::string shown(std::string_view text, std::string_view kept) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = code_point_size(text, at);
        const std::string_view code_point = text.substr(at, std::max<std::size_t>(1, size));
        const bool printable = size != 0 && (!is_control(code_point) || kept.find(text[at]) != kept.npos);
        result += printable ? code_point : unprintable;
        at += code_point.size();
    }
    return result;
}

std::string shown_lines(std::string_view text) {
    std::string result;
    for (std::size_t begin = 0;;) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (begin != 0 && is_command(line)) result += "> ";
        result += shown(line, "\t");
        if (end == text.size()) return result;
        result += '\n';
        begin = end + 1;
    }
}

} // namespace headway::compiler
