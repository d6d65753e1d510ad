#include "link/reach.hpp"

#include <algorithm>

namespace headway {
namespace {

std::vector<std::uint32_t> find_heads(const parent_lists& parents) {
    std::vector<char> has_children(parents.count());
    for (std::uint32_t child = 0; child < parents.count(); ++child)
        for (const std::uint32_t parent : parents.of(child))
            has_children[parent] = 1;
    std::vector<std::uint32_t> heads;
    for (std::uint32_t r = 0; r < parents.count(); ++r)
        if (has_children[r] == 0) heads.push_back(r);
    return heads;
}

} // namespace

reach::walk::walk(const parent_lists& parents, const std::vector<std::uint32_t>& heads, bool backwards)
    : entered(parents.count()), left(parents.count()) {
    std::vector<char> seen(parents.count());
    std::vector<std::uint32_t> taken(parents.count()); // parents that were walked already
    std::vector<std::uint32_t> path;
    std::uint32_t number = 0;
    const auto enter = [&](std::uint32_t r) {
        if (seen[r] != 0) return;
        seen[r] = 1;
        entered[r] = number;
        path.push_back(r);
    };
    for (std::size_t i = 0; i < heads.size(); ++i) {
        enter(heads[backwards ? heads.size() - 1 - i : i]);
        while (!path.empty()) {
            const std::uint32_t r = path.back();
            const auto of_r = parents.of(r);
            if (const std::uint32_t next = taken[r]++; next < of_r.size()) {
                enter(of_r[backwards ? of_r.size() - 1 - next : next]);
            } else {
                left[r] = number++;
                path.pop_back();
            }
        }
    }
}

reach::reach(const parent_lists& parents) : reach(parents, find_heads(parents)) {}

reach::reach(const parent_lists& parents, const std::vector<std::uint32_t>& heads)
    : parents_(parents),
      walks_{walk(parents, heads, false), walk(parents, heads, true)},
      seen_(parents.count()) {}

bool reach::surely(std::uint32_t descendant, std::uint32_t ancestor) const noexcept {
    return std::any_of(walks_.begin(), walks_.end(), [=](const walk& w) {
        return w.entered[descendant] <= w.left[ancestor] && w.left[ancestor] < w.left[descendant];
    });
}

bool reach::possibly(std::uint32_t descendant, std::uint32_t ancestor) const noexcept {
    return ancestor < descendant && std::all_of(walks_.begin(), walks_.end(), [=](const walk& w) {
               return w.left[ancestor] < w.left[descendant];
           });
}

bool reach::descends(std::uint32_t descendant, std::uint32_t ancestor) {
    if (!possibly(descendant, ancestor)) return false;
    ++search_;
    pending_.assign(1, descendant);
    while (!pending_.empty()) {
        const std::uint32_t r = pending_.back();
        pending_.pop_back();
        if (surely(r, ancestor)) return true;
        for (const std::uint32_t parent : parents_.of(r)) {
            if (parent == ancestor) return true;
            if (seen_[parent] == search_ || !possibly(parent, ancestor)) continue;
            seen_[parent] = search_;
            pending_.push_back(parent);
        }
    }
    return false;
}

std::vector<reach::implication> reach::implied(std::vector<std::uint32_t> some) {
    // Only what comes earlier here can descend from what comes later, and nothing that was met does if the
    // other walk puts all of it before. That spares most wide merge points the comparison of all pairs.
    const auto& [one, other] = walks_;
    std::sort(some.begin(), some.end(), [&](auto a, auto b) { return one.left[a] > one.left[b]; });
    std::vector<implication> result;
    std::uint32_t highest = 0;
    for (auto ancestor = some.begin(); ancestor != some.end(); ++ancestor) {
        const std::uint32_t height = other.left[*ancestor];
        if (height < highest) {
            const auto descendant =
                std::find_if(some.begin(), ancestor, [&](std::uint32_t r) { return descends(r, *ancestor); });
            if (descendant != ancestor) result.push_back({*ancestor, *descendant});
        }
        highest = std::max(highest, height);
    }
    std::sort(result.begin(), result.end(), [](auto& a, auto& b) { return a.ancestor < b.ancestor; });
    return result;
}

} // namespace headway
