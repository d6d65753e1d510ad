#include "read/directive.hpp"

#include "diagnostics/nearest.hpp"
#include "read/text.hpp"

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

constexpr std::string_view white_space = " \t\f\r";

/// The text up to the first of `stops`.
std::string_view before(std::string_view text, std::string_view stops) {
    return text.substr(0, text.find_first_of(stops));
}

bool equal_but_case(std::string_view left, std::string_view right) {
    return edit_distance(left, right, 0) == 0;
}

/// `upgrade` and `up;` are meant as `up`.
directive_kind guess(std::string_view word) {
    constexpr std::array<std::string_view, 2> known{"up", "down"};
    for (std::size_t index = 0; index < known.size(); ++index) {
        if (equal_but_case(word.substr(0, known[index].size()), known[index]))
            return static_cast<directive_kind>(index);
    }
    const std::string_view near = nearest(word, known);
    if (near.empty()) return directive_kind::unknown;
    return near == known[0] ? directive_kind::up : directive_kind::down;
}

/// Whether a comment that begins with `name:` speaks to Headway. `migrat:up` does; `migrated: 3 rows` is
/// prose.
bool is_meant(std::string_view name, std::string_view word, bool gap) {
    if (equal_but_case(name, "migrate") || equal_but_case(name, "headway")) return true;
    return !gap && edit_distance(name, "migrate", 2) <= 2 &&
           (equal_but_case(word, "up") || equal_but_case(word, "down"));
}

} // namespace

std::optional<directive> parse_directive(std::string_view comment) {
    if (comment.empty()) return std::nullopt;
    const std::size_t dashes = std::min(comment.find_first_not_of(comment.front()), comment.size());
    const std::size_t colon = comment.find(':');
    if (colon == comment.npos || colon < dashes) return std::nullopt;

    const std::string_view before_colon = comment.substr(dashes, colon - dashes);
    const std::string_view name = trim(before_colon);
    const std::string_view rest = comment.substr(colon + 1);
    const std::size_t gap = std::min(rest.find_first_not_of(white_space), rest.size());
    const std::string_view word = before(rest.substr(gap), white_space);
    if (!is_meant(name, word, gap > 0)) return std::nullopt;

    const bool is_headway = equal_but_case(name, "headway");
    const bool is_allow = is_headway && edit_distance(word, "allow", 1) <= 1;
    const std::size_t end = colon + 1 + gap + word.size();
    const std::string_view words = trim(comment.substr(end));
    const bool exact =
        dashes == 2 && trim_end(before_colon) == before_colon && gap == 0 &&
        ((name == "migrate" && (word == "up" || word == "down")) || (name == "headway" && word == "allow"));
    const directive_kind kind = is_allow     ? directive_kind::allow
                                : is_headway ? directive_kind::unknown
                                             : guess(word);
    return directive{kind, exact, trim_end(comment.substr(0, end)), words};
}

std::string_view spelling_of(directive_kind kind) noexcept {
    if (kind == directive_kind::allow) return "-- headway:allow";
    return kind == directive_kind::down ? "-- migrate:down" : "-- migrate:up";
}

} // namespace headway::compiler
