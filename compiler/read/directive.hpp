#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace headway::compiler {

enum class directive_kind : std::uint8_t {
    up,
    down,
    allow,   ///< `-- headway:allow <rule> <reason>`
    unknown, ///< Meant as a directive, but as which one is anybody's guess.
};

/// A comment that speaks to Headway, such as `-- migrate:up transaction:false`. All views point into the
/// comment.
struct directive {
    directive_kind kind;
    bool exact;               ///< False if it is misspelled; `kind` is then the guess.
    std::string_view spelled; ///< From the dashes to the end of the directive's word.
    std::string_view words;   ///< What follows on the line, trimmed.
};

/// Reads a line comment, dashes included, or the slashes of C++. Empty if it is a comment and nothing else.
/// Only `-- migrate:up`,
/// `-- migrate:down` and `-- headway:allow` are exact (the space is optional); other case, spaces around the
/// colon, a third dash, and any other word behind `migrate:` or `headway:` are misspellings.
[[nodiscard]] std::optional<directive> parse_directive(std::string_view comment);

/// How it is written: `-- migrate:up`.
[[nodiscard]] std::string_view spelling_of(directive_kind) noexcept;

} // namespace headway::compiler
