#include "link/reduce.hpp"

#include "link/implied.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

namespace headway::compiler {
namespace {

class reducer {
public:
    reducer(const std::vector<source>& sources, std::span<const edge> edges, diagnostics& found)
        : sources_(sources),
          found_(found),
          listed_by_(sources.size(), none),
          by_revises_(find_implied(parent_lists(count_of(sources), edges, edge_kind::revises))) {
        if (std::any_of(edges.begin(), edges.end(), [](const edge& e) { return !e.revises; }))
            by_any_ = find_implied(parent_lists(count_of(sources), edges, edge_kind::any));
    }

    /// To be asked about every edge, in their order.
    bool is_redundant(const edge& e) {
        if (std::exchange(listed_by_[e.parent], e.child) == e.child) {
            warn(e, "it is named twice");
            return true;
        }
        const auto& implied = e.revises ? by_revises_ : by_any_;
        const auto found =
            std::lower_bound(implied.begin(), implied.end(), e, [](auto& i, const edge& wanted) {
                return std::tie(i.child, i.ancestor) < std::tie(wanted.child, wanted.parent);
            });
        if (found == implied.end() || found->child != e.child || found->ancestor != e.parent) return false;
        warn(e, fmt::format("its parent '{}' descends from that", sources_[found->descendant].id.text));
        return true;
    }

private:
    static constexpr std::uint32_t none = 0xffff'ffff;

    static std::uint32_t count_of(const std::vector<source>& sources) {
        return static_cast<std::uint32_t>(sources.size());
    }

    void warn(const edge& e, std::string_view reason) {
        found_.add(
            rule::redundant_parent, e.name->where,
            fmt::format("'{}' need not name '{}': {}", sources_[e.child].id.text, e.name->text, reason));
    }

    const std::vector<source>& sources_;
    diagnostics& found_;
    std::vector<std::uint32_t> listed_by_; ///< The child that last named each revision.
    std::vector<implied_parent> by_revises_;
    std::vector<implied_parent> by_any_; ///< Only if there is a `Depends on`.
};

} // namespace

void reduce(const std::vector<source>& sources, std::vector<edge>& edges, diagnostics& found) {
    reducer of(sources, edges, found);
    std::erase_if(edges, [&](const edge& e) { return of.is_redundant(e); });
}

} // namespace headway::compiler
