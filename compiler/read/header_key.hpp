#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace headway::compiler {

/// The keys of a header, as places in key_names.
namespace known_key {
enum : std::size_t {
    revision_id,
    revises,
    depends_on,
    branch_labels,
    create_date,
    compatible_with,
    user_version,
    recorded_as,
    count
};
}

inline constexpr std::array<std::string_view, known_key::count> key_names{
    "Revision ID", "Revises",         "Depends on",   "Branch labels",
    "Create Date", "Compatible with", "User version", "Recorded as"};

/// `Words: value`. The views point into the line.
struct keyed_line {
    std::string_view key;
    std::string_view value;
    bool apart; ///< Whether a space or nothing follows the colon, as in `Words: value` but not in `http://`.
};

/// A line's parts; nothing if it has no key.
[[nodiscard]] std::optional<keyed_line> split_key(std::string_view line);

/// The known key that is meant, be it misspelt; known_key::count if there is none.
[[nodiscard]] std::size_t key_meant(std::string_view words);

} // namespace headway::compiler
