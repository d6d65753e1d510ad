#pragma once

#include <cstdint>
#include <vector>

namespace headway::compiler {

/// Boxes and the lines between them, before and after they have their places. Pixels; y grows downwards.
struct box {
    double width;
    double height;
};
/// A line between two boxes; the ends are so far below their upper edges.
struct box_link {
    std::uint32_t from;
    double from_y;
    std::uint32_t to;
    double to_y;
};
struct point {
    double x;
    double y;
};

struct box_layout {
    std::vector<point> corners; ///< The upper left one of each box.
    /// Of each link from its left end to its right one. Two points each stand for a straight piece through a
    /// column of boxes, between what leaves the first box and what arrives at the last.
    std::vector<std::vector<point>> routes;
    double width;
    double height;
};

/// Puts boxes into columns, those that links lead to on the left of those that they come from, so that lines
/// run around boxes and cross little. What no link connects stands side by side. A link from a box to itself
/// begins and ends at its right side. Pure and deterministic.
[[nodiscard]] box_layout lay_out(const std::vector<box>&, const std::vector<box_link>&);

} // namespace headway::compiler
