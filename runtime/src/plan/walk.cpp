#include "plan/walk.hpp"

#include <algorithm>

namespace headway::detail {

revision_set set_of(const history& h, const std::vector<std::uint32_t>& members) {
    revision_set set(h.count, 0);
    for (const std::uint32_t member : members) {
        set[member] = 1;
    }
    return set;
}

revision_set with_ancestors(const history& h, revision_set set, edge_kind kind) {
    for (std::uint32_t index = h.count; index-- > 0;) {
        if (set[index] == 0) continue;
        for (const std::uint32_t parent : parents_of(h, index, kind)) {
            set[parent] = 1;
        }
    }
    return set;
}

revision_set with_descendants(const history& h, revision_set set, edge_kind kind) {
    for (std::uint32_t index = 0; index < h.count; ++index) {
        const parents above = parents_of(h, index, kind);
        if (std::any_of(above.begin(), above.end(), [&](std::uint32_t parent) { return set[parent] != 0; })) {
            set[index] = 1;
        }
    }
    return set;
}

children_index::children_index(const history& h) : begin_(h.count + std::size_t{1}, 0) {
    for (std::uint32_t child = 0; child < h.count; ++child) {
        for (const std::uint32_t parent : parents_of(h, child, edge_kind::revises)) {
            ++begin_[parent];
        }
        if (h.rows[child].revises == 0) bases_.push_back(child);
    }
    std::uint32_t end = 0;
    for (std::uint32_t& slot : begin_) {
        end += slot;
        slot = end;
    }
    children_.resize(end);
    for (std::uint32_t child = h.count; child-- > 0;) {
        for (const std::uint32_t parent : parents_of(h, child, edge_kind::revises)) {
            children_[--begin_[parent]] = child;
        }
    }
}

std::vector<std::uint32_t> children_index::of(std::uint32_t revision) const {
    if (revision == no_revision) return bases_;
    return {children_.begin() + begin_[revision], children_.begin() + begin_[revision + 1]};
}

std::vector<std::uint32_t> members_of(const revision_set& set) {
    std::vector<std::uint32_t> members;
    for (std::uint32_t index = 0; index < set.size(); ++index) {
        if (set[index] != 0) members.push_back(index);
    }
    return members;
}

} // namespace headway::detail
