#include "manual/completion_words.hpp"

#include <algorithm>

namespace headway::compiler {

word_kind kind_of(const argument& of) {
    if (!of.choices.empty()) return word_kind::choice;
    const std::string_view name = of.is_option() ? of.value : of.names;
    if (name == "DIR") return word_kind::directory;
    for (const std::string_view file : {"FILE", "PATH", "DATABASE"})
        if (name == file) return word_kind::file;
    for (const std::string_view revision : {"TARGET", "TARGETS", "REVISION", "REVISIONS", "START:END"})
        if (name == revision) return word_kind::revision;
    return word_kind::text;
}

std::string choices_of(const argument& of) {
    std::string text;
    for (const std::string& each : of.choices)
        text.append(text.empty() ? "" : " ").append(each);
    return text;
}

std::vector<std::string> spellings(const argument& of) {
    std::vector<std::string> names;
    for (std::string_view rest = of.names; !rest.empty();) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        names.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return names;
}

std::string single_quoted(std::string_view text) {
    std::string result;
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result;
}

} // namespace headway::compiler
