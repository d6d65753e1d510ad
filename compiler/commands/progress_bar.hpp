#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace headway {

/// One line of at most `width` columns about step `index` (from 0) of `total`: a bar, the count, and the
/// revision under way. Pure.
[[nodiscard]] std::string render_progress(std::size_t index, std::size_t total, std::string_view revision,
                                          std::size_t width);

} // namespace headway
