#include "draw/strip.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

constexpr std::uint32_t lane_colours = 8;

/// Many lanes stand closer together, so that the text beside them stays on the screen.
double gap_of(std::uint32_t width) noexcept {
    constexpr double widest = 20;
    constexpr double narrowest = 9;
    constexpr double room = 260;
    return std::clamp(room / (width + 1), narrowest, widest);
}

/// From one place to another, leaving and arriving upright.
std::string curve(double x0, double y0, double x1, double y1) {
    const double middle = (y0 + y1) / 2;
    return fmt::format("C{:g} {:g} {:g} {:g} {:g} {:g}", x0, middle, x1, middle, x1, y1);
}

} // namespace

strip::strip(const picture& drawn, double row_height)
    : picture_(drawn),
      layout_(lay_out(drawn.history)),
      marks_(marks_of(drawn)),
      row_height_(row_height),
      gap_(gap_of(layout_.width)) {}

std::string strip::shapes() const {
    std::string result;
    // Lines of descent cover dependencies where both run, and dots cover lines.
    for (const bool revises : {false, true})
        for (const lane_edge& edge : layout_.edges)
            if (edge.revises == revises) result += path(edge);
    for (std::uint32_t row = 0; row < layout_.rows.size(); ++row)
        result += dot(row);
    return result;
}

std::string strip::path(const lane_edge& edge) const {
    const double from = x(layout_.rows[edge.child_row].lane);
    const double to = x(layout_.rows[edge.parent_row].lane);
    const double along = x(edge.lane);
    const double top = y(edge.child_row);
    const double bottom = y(edge.parent_row);
    const bool leaves = from != along;
    const bool arrives = to != along;
    // Where one row has to do for both curves, each gets half of it.
    const double bend = leaves && arrives ? std::min(row_height_, (bottom - top) / 2) : row_height_;
    std::string way = fmt::format("M{:g} {:g}", from, top);
    if (leaves) way += curve(from, top, along, top + bend);
    way += fmt::format("V{:g}", arrives ? bottom - bend : bottom);
    if (arrives) way += curve(along, bottom - bend, to, bottom);
    return fmt::format("<path class=\"l{}{}\" d=\"{}\"/>\n", edge.lane % lane_colours,
                       edge.revises ? "" : " needs", way);
}

std::string strip::dot(std::uint32_t row) const {
    constexpr double radius = 5.5;
    const lane_row& placed = layout_.rows[row];
    const revision_marks& marks = marks_[placed.revision];
    const double size = std::min(marks.merge_point ? radius - 1 : radius, gap_ * 0.45);
    const double cx = x(placed.lane);
    const double cy = y(row);
    const auto circle = [&](double r, std::string_view kind) {
        return fmt::format("<circle class=\"l{} {}\" cx=\"{:g}\" cy=\"{:g}\" r=\"{:g}\"/>\n",
                           placed.lane % lane_colours, kind, cx, cy, r);
    };
    if (marks.current) return circle(radius + 3, "halo") + circle(size, "dot current");
    return circle(size, picture_.has_database && !marks.applied ? "dot pending" : "dot applied");
}

std::string_view strip_style() noexcept {
    return R"(:root{--paper:#ffffff;--ink:#1f2328;--faint:#59636e;--rule:#d8dee4;--raised:#f6f8fa;
--l0:#2563eb;--l1:#c2410c;--l2:#047857;--l3:#be185d;--l4:#7c3aed;--l5:#0e7490;--l6:#a16207;--l7:#b91c1c;
--current:#047857}
@media (prefers-color-scheme:dark){:root{--paper:#0d1117;--ink:#e6edf3;--faint:#9198a1;--rule:#2f3742;
--raised:#161b22;--l0:#6ea8fe;--l1:#fb923c;--l2:#34d399;--l3:#f472b6;--l4:#b197fc;--l5:#22d3ee;--l6:#facc15;
--l7:#f87171;--current:#34d399}}
.l0{stroke:var(--l0);fill:var(--l0)}.l1{stroke:var(--l1);fill:var(--l1)}
.l2{stroke:var(--l2);fill:var(--l2)}.l3{stroke:var(--l3);fill:var(--l3)}
.l4{stroke:var(--l4);fill:var(--l4)}.l5{stroke:var(--l5);fill:var(--l5)}
.l6{stroke:var(--l6);fill:var(--l6)}.l7{stroke:var(--l7);fill:var(--l7)}
path{fill:none!important;stroke-width:2}
path.needs{stroke-dasharray:2 4;stroke-width:1.75}
.dot{stroke-width:2}
.dot.applied,.dot.current{stroke:var(--paper)}
.dot.pending{fill:var(--paper)}
.halo{fill:var(--paper);stroke-width:2}
)";
}

} // namespace headway::compiler
