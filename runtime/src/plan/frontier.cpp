#include "headway/plan.hpp"
#include "plan/walk.hpp"

#include <algorithm>

namespace headway {
using namespace detail;

/// One sweep from the newest: all children of a revision are counted before it is reached.
frontier::frontier(const history& h, const std::vector<std::uint32_t>& rows)
    : history_(h), applied_(set_of(h, rows)), applied_children_(h.count, 0) {
    for (std::uint32_t index = h.count; index-- > 0;) {
        if (applied_[index] == 0) continue;
        if (applied_children_[index] == 0) rows_.push_back(index);
        for (const std::uint32_t parent : parents_of(h, index, edge_kind::all)) {
            applied_[parent] = 1;
            ++applied_children_[parent];
        }
    }
    std::reverse(rows_.begin(), rows_.end());
}

void frontier::enter(std::uint32_t revision, change& difference) {
    rows_.insert(std::lower_bound(rows_.begin(), rows_.end(), revision), revision);
    difference.added.push_back(revision);
}

void frontier::leave(std::uint32_t revision, change& difference) {
    rows_.erase(std::lower_bound(rows_.begin(), rows_.end(), revision));
    difference.removed.push_back(revision);
}

frontier::change frontier::advance(step next) {
    change difference;
    const bool up = next.way == direction::up;
    if (up) {
        enter(next.revision, difference);
    } else {
        leave(next.revision, difference);
    }
    applied_[next.revision] = up ? 1 : 0;
    for (const std::uint32_t parent : parents_of(history_, next.revision, edge_kind::all)) {
        std::uint32_t& children = applied_children_[parent];
        if (up && children++ == 0) leave(parent, difference);
        if (!up && --children == 0) enter(parent, difference);
    }
    return difference;
}

} // namespace headway
