#include "layouts/placeholders.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// As it stands in the files.
std::string spelled_placeholder(std::string_view name) {
    const char first = name.empty() ? '_' : name.front();
    const bool is_word = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '_';
    return is_word ? fmt::format("${{{}}}", name) : std::string(name);
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

} // namespace

void fill_placeholders(source_text& into, const std::vector<std::string>& variables) {
    for (const std::string& each : variables) {
        const std::size_t between = std::min(each.find('='), each.size());
        const std::string name = each.substr(0, between);
        replace_all(into.text, spelled_placeholder(name), each.substr(std::min(between + 1, each.size())));
    }
}

std::string_view find_placeholder(std::string_view text) noexcept {
    const std::size_t begin = text.find("${");
    const std::size_t end = begin == text.npos ? begin : text.find('}', begin);
    return end == text.npos ? std::string_view() : text.substr(begin, end + 1 - begin);
}

} // namespace headway::compiler
