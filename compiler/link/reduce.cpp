#include "link/reduce.hpp"

#include "link/reach.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace headway {
namespace {

using edge_iterator = std::vector<edge>::iterator;

edge_iterator end_of_child(edge_iterator begin, edge_iterator end) {
    return std::find_if(begin, end, [&](const edge& e) { return e.child != begin->child; });
}

/// Reachability by one kind of edge.
struct reach_by {
    reach_by(std::uint32_t count, std::span<const edge> edges, edge_kind kind)
        : lists(count, edges, kind), paths(lists) {}
    parent_lists lists;
    reach paths;
};

class reducer {
public:
    reducer(const std::vector<source>& sources, std::span<const edge> edges, diagnostics& found)
        : sources_(sources),
          found_(found),
          listed_by_(sources.size(), none),
          revises_(static_cast<std::uint32_t>(sources.size()), edges, edge_kind::revises),
          any_(static_cast<std::uint32_t>(sources.size()), edges, edge_kind::any) {}

    /// Moves what is kept of one child's edges to the front.
    edge_iterator reduce_child(edge_iterator begin, edge_iterator end) {
        end = std::remove_if(begin, end, [&](const edge& e) { return is_listed_twice(e); });
        if (end - begin < 2) return end;
        const auto by_revises = revises_.paths.implied(parents(begin, end, edge_kind::revises));
        const auto by_any = any_.paths.implied(parents(begin, end, edge_kind::any));
        return std::remove_if(begin, end, [&](const edge& e) {
            const auto& implied = e.revises ? by_revises : by_any;
            const auto found =
                std::lower_bound(implied.begin(), implied.end(), e.parent,
                                 [](auto& i, std::uint32_t parent) { return i.ancestor < parent; });
            if (found == implied.end() || found->ancestor != e.parent) return false;
            warn(e, fmt::format("its parent `{}` descends from that", sources_[found->descendant].id.text));
            return true;
        });
    }

private:
    static constexpr std::uint32_t none = 0xffff'ffff;

    bool is_listed_twice(const edge& e) {
        if (std::exchange(listed_by_[e.parent], e.child) != e.child) return false;
        warn(e, "it is listed twice");
        return true;
    }

    void warn(const edge& e, std::string_view reason) {
        found_.add(
            rule::redundant_parent, e.name->where,
            fmt::format("`{}` need not name `{}`: {}", sources_[e.child].id.text, e.name->text, reason));
    }

    static std::vector<std::uint32_t> parents(edge_iterator begin, edge_iterator end, edge_kind kind) {
        std::vector<std::uint32_t> list;
        for (auto e = begin; e != end; ++e)
            if (kind == edge_kind::any || e->revises) list.push_back(e->parent);
        return list;
    }

    const std::vector<source>& sources_;
    diagnostics& found_;
    std::vector<std::uint32_t> listed_by_; ///< The child that last named each revision.
    reach_by revises_;
    reach_by any_;
};

} // namespace

void reduce(const std::vector<source>& sources, std::vector<edge>& edges, diagnostics& found) {
    reducer of(sources, edges, found);
    auto kept = edges.begin();
    for (auto begin = edges.begin(); begin != edges.end();) {
        const auto end = end_of_child(begin, edges.end());
        kept = std::move(begin, of.reduce_child(begin, end), kept);
        begin = end;
    }
    edges.erase(kept, edges.end());
}

} // namespace headway
