#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// Small pieces of text handling that keep the runtime small: a chain of `+` or a std::sort of strings costs
/// a host several kilobytes each.
namespace headway::detail {

/// The parts, one after another.
[[nodiscard]] std::string joined(std::initializer_list<std::string_view> parts);

/// Text of a database for a message: control characters, with which it could begin a line, become `?`.
[[nodiscard]] std::string printable(std::string_view text);

/// Inserts into a sorted list unless it is there.
void insert_sorted(std::vector<std::string>& sorted, std::string_view text);

/// Of two sorted lists, what only the first has: views into it.
[[nodiscard]] std::vector<std::string_view> difference(const std::vector<std::string>& from,
                                                       const std::vector<std::string>& without);

} // namespace headway::detail
