#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace headway::compiler {

/// The fewest letters to insert, delete or replace to make `left` of `right`, regardless of case;
/// `limit + 1` if that is more than `limit`. Costs `limit` times the length.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit);

/// The one of `choices` nearest to `word` by edit distance, the first of several, or empty if none is near
/// enough to be meant. A choice of which `word` is the beginning is near.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> choices);

} // namespace headway::compiler
