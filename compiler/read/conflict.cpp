#include "read/conflict.hpp"

#include "read/text.hpp"
#include "sql/language.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {

constexpr std::size_t marker_size = 7;

/// The lines of a text that are conflict markers, wherever they stand.
std::vector<std::string_view> marker_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (is_conflict_marker(line)) lines.push_back(line);
        begin = end + 1;
    }
    return lines;
}

/// A line inside a string or comment does not begin a token; text that only looks like a conflict is left
/// alone.
std::string_view first_outside(std::string_view text, const std::vector<std::string_view>& lines) {
    auto next = lines.begin();
    for (const token& each : all_tokens(text)) {
        const auto offset = [&] { return static_cast<std::size_t>(next->data() - text.data()); };
        while (next != lines.end() && offset() < each.begin)
            ++next;
        if (next == lines.end()) break;
        if (offset() == each.begin) return *next;
    }
    return {};
}

} // namespace

bool is_conflict_marker(std::string_view line) noexcept {
    constexpr std::string_view marks = "<|=>";
    if (line.size() < marker_size || marks.find(line[0]) == marks.npos) return false;
    const std::size_t end = std::min(line.find_first_not_of(line[0]), line.size());
    return end == marker_size && (end == line.size() || line[end] == ' ' || line[end] == '\r');
}

bool check_conflict(const std::shared_ptr<const source_text>& file, diagnostics& found) {
    const std::vector<std::string_view> lines = marker_lines(file->text);
    if (lines.empty()) return true;
    const std::string_view marker = first_outside(file->text, lines);
    if (marker.empty()) return true;
    found
        .add(rule::merge_conflict, place_of(file, marker),
             "git left a conflict here that nobody has resolved")
        .notes.push_back({{}, "keep what is right of both sides, and delete the lines of '<', '=' and '>'"});
    return false;
}

} // namespace headway::compiler
