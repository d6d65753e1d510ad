#pragma once

#include "draw/layers.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace headway::compiler {

/// The column of each box, from 0 on the left: every link leads to another column, to the left unless links
/// make a circle. No link may lead from a box to itself.
[[nodiscard]] std::vector<std::uint32_t> rank_boxes(std::size_t boxes, const std::vector<box_link>&);

} // namespace headway::compiler
