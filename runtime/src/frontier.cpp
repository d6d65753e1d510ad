#include "headway/plan.hpp"
#include "walk.hpp"

namespace headway {

frontier::frontier(const history& h, const std::vector<std::uint32_t>& rows)
    : history_(h),
      applied_(with_ancestors(h, set_of(h, rows), edge_kind::all)),
      applied_children_(h.count, 0) {
    for (std::uint32_t index = 0; index < h.count; ++index) {
        if (applied_[index] == 0) continue;
        for (const std::uint32_t parent : parents_of(h, index, edge_kind::all)) {
            ++applied_children_[parent];
        }
    }
}

frontier::change frontier::advance(step next) {
    change difference;
    const bool up = next.way == direction::up;
    (up ? difference.added : difference.removed).push_back(next.revision);
    applied_[next.revision] = up ? 1 : 0;
    for (const std::uint32_t parent : parents_of(history_, next.revision, edge_kind::all)) {
        std::uint32_t& children = applied_children_[parent];
        if (up && children++ == 0) difference.removed.push_back(parent);
        if (!up && --children == 0) difference.added.push_back(parent);
    }
    return difference;
}

std::vector<std::uint32_t> frontier::rows() const {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t index = 0; index < history_.count; ++index) {
        if (is_tip(index)) rows.push_back(index);
    }
    return rows;
}

} // namespace headway
