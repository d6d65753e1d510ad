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

/// Inserts into a sorted list unless it is there.
void insert_sorted(std::vector<std::string>& sorted, std::string_view text);

} // namespace headway::detail
