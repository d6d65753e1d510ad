#pragma once

#include "diagnostics/diagnostic.hpp"
#include "headway/history.hpp"
#include "read/directive.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// A section marker and what follows it up to the next. All views point into the file's text.
struct marked_part {
    directive_kind kind; ///< `up` or `down`.
    std::string_view marker;
    bool without_transaction = false;
    bool irreversible = false;
    std::optional<engine> of{}; ///< Whose SQL it is; nothing if it serves every engine.
    std::string_view body;      ///< Without blank lines and space around it.
    std::string_view first_sql; ///< The first token that is neither space nor comment; empty without one.
};

struct marked_file {
    std::vector<marked_part> parts;
    std::vector<std::string_view> allowances; ///< What follows `-- headway:allow` on its line.
    std::size_t header_end = 0; ///< The first marker's line or, without a marker, the first SQL.
    bool certain = true;        ///< False if a marker may be there that could not be recognised.
};

/// Finds the section markers by token: a marker is a line comment that is first on its line. Reports
/// misspelled and misplaced directives, their options, and strings, names and comments that never end. A
/// section of one engine is read by that engine's rules, all else by those of `wanted`.
[[nodiscard]] marked_file find_markers(const std::shared_ptr<const source_text>& file, engine wanted,
                                       diagnostics& found);

/// What add_migrations() and markers call an engine.
[[nodiscard]] std::string_view name_of(engine) noexcept;

/// A marker that is none because it stands inside a string, quoted name or block comment.
struct hidden_marker {
    std::string_view marker;
    std::string_view inside; ///< The whole string, name or comment.
};
[[nodiscard]] std::optional<hidden_marker> find_hidden_marker(std::string_view text, directive_kind kind);

} // namespace headway::compiler
