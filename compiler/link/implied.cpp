#include "link/implied.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>

namespace headway::compiler {
namespace {

/// Does another parent of `child` descend from its parent `ancestor`?
struct question {
    std::uint32_t ancestor;
    std::uint32_t child;
    std::uint64_t bit = 0; ///< The ancestor's, in its pass.
};

/// All questions, by ancestor. The last parent of a child has no descendants among the others.
std::vector<question> ask(const parent_lists& parents) {
    std::vector<question> questions;
    for (std::uint32_t child = 0; child < parents.count(); ++child) {
        const auto list = parents.of(child);
        for (std::size_t i = 0; i + 1 < list.size(); ++i)
            questions.push_back({list[i], child});
    }
    std::sort(questions.begin(), questions.end(),
              [](const question& a, const question& b) { return a.ancestor < b.ancestor; });
    return questions;
}

class passes {
public:
    explicit passes(const parent_lists& parents)
        : parents_(parents), inherited_(parents.count()), own_(parents.count()) {}

    /// Answers the first questions, about 64 ancestors, and returns the others.
    std::span<question> answer(std::span<question> questions) {
        std::uint32_t last = 0;
        std::size_t count = 0;
        for (std::uint64_t bit = 1; count < questions.size(); ++count) {
            question& q = questions[count];
            if (count != 0 && q.ancestor != questions[count - 1].ancestor) bit <<= 1U;
            if (bit == 0) break;
            q.bit = own_[q.ancestor] = bit;
            last = std::max(last, q.child);
        }
        pass(questions.front().ancestor, last);
        collect(questions.first(count));
        for (const question& q : questions.first(count))
            own_[q.ancestor] = 0;
        return questions.subspan(count);
    }

    std::vector<implied_parent> found;

private:
    /// Hands the bits down from `first`, the smallest that has one, to before `last`.
    void pass(std::uint32_t first, std::uint32_t last) {
        first_ = first;
        for (std::uint32_t r = first; r < last; ++r) {
            std::uint64_t bits = 0;
            for (const std::uint32_t parent : parents_.of(r))
                if (parent >= first) bits |= inherited_[parent] | own_[parent];
            inherited_[r] = bits;
        }
    }

    void collect(std::span<question> questions) {
        std::sort(questions.begin(), questions.end(), [](auto& a, auto& b) { return a.child < b.child; });
        std::uint64_t implied = 0;
        for (auto q = questions.begin(); q != questions.end(); ++q) {
            if (q == questions.begin() || q->child != std::prev(q)->child)
                implied = inherited_by_parents(q->child);
            if ((implied & q->bit) != 0) found.push_back({q->child, q->ancestor, find_descendant(*q)});
        }
    }

    std::uint64_t inherited_by_parents(std::uint32_t child) {
        std::uint64_t bits = 0;
        for (const std::uint32_t parent : parents_.of(child))
            bits |= inherited(parent);
        return bits;
    }

    std::uint32_t find_descendant(const question& q) {
        const auto list = parents_.of(q.child);
        return *std::find_if(list.begin(), list.end(),
                             [&](std::uint32_t parent) { return (inherited(parent) & q.bit) != 0; });
    }

    /// What was left by an earlier pass does not count.
    std::uint64_t inherited(std::uint32_t revision) const {
        return revision < first_ ? 0 : inherited_[revision];
    }

    const parent_lists& parents_;
    std::vector<std::uint64_t> inherited_; ///< The ancestors of each revision, in this pass.
    std::vector<std::uint64_t> own_;       ///< The bit of each revision that is asked about in this pass.
    std::uint32_t first_ = 0;
};

} // namespace

std::vector<implied_parent> find_implied(const parent_lists& parents) {
    std::vector<question> questions = ask(parents);
    passes of(parents);
    for (std::span<question> open = questions; !open.empty();)
        open = of.answer(open);
    std::sort(of.found.begin(), of.found.end(), [](const implied_parent& a, const implied_parent& b) {
        return std::tie(a.child, a.ancestor) < std::tie(b.child, b.ancestor);
    });
    return std::move(of.found);
}

} // namespace headway::compiler
