#pragma once

#include "link/graph.hpp"

#include <cstdint>
#include <vector>

namespace headway::compiler {

/// What runs along a lane.
enum class lane_line : std::uint8_t {
    none,
    needs,   ///< Only a dependency: drawn dashed.
    revises, ///< A line of descent.
};

/// A line that leaves a revision, or reaches it, by another lane than its own.
struct lane_turn {
    std::uint32_t lane;
    lane_line line;
};

/// One revision in its lane, and what runs beside and below it.
struct lane_row {
    std::uint32_t revision;
    std::uint32_t lane;
    std::vector<lane_turn> joins;  ///< Lanes of the row above that end here, but for its own.
    std::vector<lane_turn> splits; ///< Lanes below that its other parents are reached by.
    std::vector<lane_line> below;  ///< Every lane between this row and the next.
};

/// From a child down a lane to a parent.
struct lane_edge {
    std::uint32_t child_row;
    std::uint32_t parent_row;
    std::uint32_t lane;
    bool revises; ///< Otherwise a dependency.
};

/// A history in lanes, newest revision first. A lane belongs to the parent that it leads to: it runs straight
/// from the child that needs it first, and whatever else has that parent joins it.
struct lane_layout {
    std::vector<lane_row> rows;
    std::vector<lane_edge> edges;
    std::uint32_t width = 0; ///< Lanes.
};

/// Pure. Linear in the revisions times the lanes.
[[nodiscard]] lane_layout lay_out(const graph&);

} // namespace headway::compiler
