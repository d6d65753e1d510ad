#pragma once

#include "draw/layers.hpp"

#include <cstdint>
#include <vector>

namespace headway::compiler {

/// Boxes that links connect, in columns of their own: Sugiyama's way, in which long lines have places of
/// their own in the columns that they pass through.
class layer_group {
public:
    /// No link may lead from a box to itself.
    layer_group(std::vector<box> boxes, std::vector<box_link> links);

    [[nodiscard]] double width() const;
    [[nodiscard]] double height() const;
    [[nodiscard]] std::vector<point> corners() const;
    /// Of each link.
    [[nodiscard]] std::vector<std::vector<point>> routes() const;

private:
    using indexes = std::vector<std::uint32_t>;

    /// What stands in a column: a box, or the place where a line passes through.
    struct slot {
        double width;
        double height;
        bool is_line;
        double y = 0; ///< Of the upper edge.
        double x = 0;
        indexes left{}; ///< The segments on its sides.
        indexes right{};
    };
    /// A piece of a line, from one column to the next.
    struct segment {
        std::uint32_t left;
        double left_y;
        std::uint32_t right;
        double right_y;
    };

    void fill_columns();
    void add_line(const box_link&);
    std::uint32_t add_slot(std::uint32_t column, slot);
    void order();
    [[nodiscard]] double middle(std::uint32_t of, bool by_left) const;
    void number(const indexes& column);
    void straighten();
    void settle(const indexes& column, bool by_left);
    [[nodiscard]] double wanted_y(const slot&, bool by_left) const;
    void place_columns();
    [[nodiscard]] std::vector<point> route(const box_link&, const indexes& passed) const;

    std::vector<box> boxes_;
    std::vector<box_link> links_;
    std::vector<std::uint32_t> rank_; ///< Of each box; its slot has the same index.
    std::vector<slot> slots_;
    std::vector<segment> segments_;
    std::vector<indexes> columns_; ///< Slots from above to below.
    std::vector<double> widths_;   ///< Of the columns.
    std::vector<indexes> passed_;  ///< The slots of each link from left to right.
    std::vector<double> place_;    ///< Of each slot in its column, from 0 to 1.
};

} // namespace headway::compiler
