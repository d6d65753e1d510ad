#include "link/edge.hpp"

#include <algorithm>
#include <numeric>

namespace headway::compiler {

parent_lists::parent_lists(std::uint32_t count, std::span<const edge> edges, edge_kind kind)
    : first_(count + 1U) {
    const auto wanted = [&](const edge& e) { return kind == edge_kind::any || e.revises; };
    for (const edge& e : edges)
        if (wanted(e)) ++first_[e.child + 1U];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    parents_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (const edge& e : edges)
        if (wanted(e)) parents_[next[e.child]++] = e.parent;
    for (std::uint32_t child = 0; child < count; ++child)
        std::sort(parents_.begin() + first_[child], parents_.begin() + first_[child + 1U]);
}

} // namespace headway::compiler
