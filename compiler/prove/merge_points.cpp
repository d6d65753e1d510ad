#include "prove/merge_points.hpp"

#include "prove/footprint.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

namespace headway::compiler {
namespace {

using numbers = std::vector<std::uint32_t>;

numbers parents_of(const linked_revision& of) {
    numbers all = of.revises;
    all.insert(all.end(), of.depends_on.begin(), of.depends_on.end());
    return all;
}

/// A set of revisions, a bit each.
class revision_set {
public:
    explicit revision_set(std::size_t count = 0) : bits_((count + 63) / 64) {}

    void add(std::uint32_t one) { bits_[one / 64] |= std::uint64_t{1} << one % 64; }
    [[nodiscard]] bool has(std::uint32_t one) const { return (bits_[one / 64] >> one % 64 & 1) != 0; }
    void unite(const revision_set& other) {
        for (std::size_t at = 0; at < bits_.size(); ++at)
            bits_[at] |= other.bits_[at];
    }
    void intersect(const revision_set& other) {
        for (std::size_t at = 0; at < bits_.size(); ++at)
            bits_[at] &= other.bits_[at];
    }
    void subtract(const revision_set& other) {
        for (std::size_t at = 0; at < bits_.size(); ++at)
            bits_[at] &= ~other.bits_[at];
    }
    [[nodiscard]] std::size_t size() const {
        std::size_t count = 0;
        for (const std::uint64_t each : bits_)
            count += static_cast<std::size_t>(std::popcount(each));
        return count;
    }
    [[nodiscard]] numbers list() const {
        numbers all;
        for (std::size_t at = 0; at < bits_.size(); ++at) {
            for (std::uint64_t left = bits_[at]; left != 0; left &= left - 1)
                all.push_back(static_cast<std::uint32_t>(at * 64) +
                              static_cast<std::uint32_t>(std::countr_zero(left)));
        }
        return all;
    }

private:
    std::vector<std::uint64_t> bits_;
};

/// The branches of one merge: what each of its parents descends from, itself included.
class merging {
public:
    merging(std::vector<const revision_set*> branches, footprints& touched)
        : branches_(std::move(branches)), touched_(touched), all_(*branches_[0]), own_(all_), shared_(all_) {
        for (const revision_set* each : branches_) {
            all_.unite(*each);
            shared_.intersect(*each);
        }
        own_ = all_;
        own_.subtract(shared_);
    }

    /// False if no order matters.
    [[nodiscard]] bool describe(merge_point& into) {
        find_core();
        if (chosen_.empty()) return false;
        into.first = *std::min_element(chosen_.begin(), chosen_.end());
        add_what_comes_before(into.first);
        std::sort(chosen_.begin(), chosen_.end());
        for (const std::uint32_t each : chosen_)
            (shared_.has(each) ? into.common : into.forwards).push_back(each);
        into.backwards = into.forwards;
        sort_by(into.forwards, [&](std::uint32_t one) { return first_branch_with(one); });
        sort_by(into.backwards, [&](std::uint32_t one) { return branches_.size() - last_branch_with(one); });
        return true;
    }

private:
    [[nodiscard]] bool in_same_branches(std::uint32_t one, std::uint32_t other) const {
        return std::all_of(branches_.begin(), branches_.end(),
                           [&](const revision_set* each) { return each->has(one) == each->has(other); });
    }
    [[nodiscard]] std::size_t first_branch_with(std::uint32_t one) const {
        std::size_t at = 0;
        while (!branches_[at]->has(one))
            ++at;
        return at;
    }
    [[nodiscard]] std::size_t last_branch_with(std::uint32_t one) const {
        std::size_t at = branches_.size() - 1;
        while (!branches_[at]->has(one))
            --at;
        return at;
    }
    template <class Key>
    static void sort_by(numbers& all, Key key) {
        std::stable_sort(all.begin(), all.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    }
    void choose(std::uint32_t one) {
        if (is_chosen_.has(one)) return;
        is_chosen_.add(one);
        chosen_.push_back(one);
    }
    /// Revisions of different branches that touch the same things. One of each two is not in the largest.
    void find_core();
    /// What they need of what comes before, from the first of them on.
    void add_what_comes_before(std::uint32_t first) {
        for (std::size_t at = 0; at < chosen_.size(); ++at) {
            const std::uint32_t one = chosen_[at];
            for (const std::uint32_t other : touched_.related_to(one)) {
                if (other > first && other < one && all_.has(other)) choose(other);
            }
        }
    }

    std::vector<const revision_set*> branches_;
    footprints& touched_;
    revision_set all_;
    revision_set own_; ///< Of some branches, and not of others.
    revision_set shared_;
    revision_set is_chosen_ = all_;
    numbers chosen_;
};

void merging::find_core() {
    is_chosen_.subtract(all_);
    std::size_t largest = 0;
    std::size_t most = 0;
    for (std::size_t at = 0; at < branches_.size(); ++at) {
        revision_set own = *branches_[at];
        own.intersect(own_);
        if (own.size() > most) {
            most = own.size();
            largest = at;
        }
    }
    revision_set smaller = shared_;
    for (std::size_t at = 0; at < branches_.size(); ++at) {
        if (at != largest) smaller.unite(*branches_[at]);
    }
    smaller.subtract(shared_);
    for (const std::uint32_t one : smaller.list()) {
        for (const std::uint32_t other : touched_.related_to(one)) {
            if (!own_.has(other) || in_same_branches(one, other)) continue;
            choose(one);
            choose(other);
        }
    }
}

} // namespace

std::vector<merge_point> find_merge_points(const graph& history) {
    const auto count = static_cast<std::uint32_t>(history.revisions.size());
    numbers children(count); // that have not been looked at
    bool any = false;
    for (const linked_revision& each : history.revisions) {
        const numbers parents = parents_of(each);
        any = any || parents.size() > 1;
        for (const std::uint32_t parent : parents)
            ++children[parent];
    }
    std::vector<merge_point> found;
    if (!any) return found;
    footprints touched(history);
    std::vector<std::optional<revision_set>> ancestors(count); // and the revision; as long as they are needed
    for (std::uint32_t index = 0; index < count; ++index) {
        const numbers parents = parents_of(history.revisions[index]);
        std::vector<const revision_set*> branches;
        for (const std::uint32_t parent : parents)
            branches.push_back(&*ancestors[parent]);
        merge_point at{index, index, {}, {}, {}};
        if (parents.size() > 1 && merging(branches, touched).describe(at)) found.push_back(std::move(at));
        const bool is_only_child = parents.size() == 1 && children[parents[0]] == 1;
        revision_set own = is_only_child ? std::move(*ancestors[parents[0]]) : revision_set(count);
        for (const revision_set* each : branches) {
            if (!is_only_child) own.unite(*each);
        }
        own.add(index);
        for (const std::uint32_t parent : parents) {
            if (--children[parent] == 0) ancestors[parent].reset();
        }
        ancestors[index] = std::move(own);
    }
    return found;
}

} // namespace headway::compiler
