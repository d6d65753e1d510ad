#include "link/graph.hpp"

#include "link/compatible.hpp"
#include "link/cycle.hpp"
#include "link/edge.hpp"
#include "link/heads.hpp"
#include "link/names.hpp"
#include "link/order.hpp"
#include "link/reduce.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace headway::compiler {
namespace {

/// `order[i]` is the index of what goes to place `i`.
std::vector<source> arrange(std::vector<source>&& sources, const std::vector<std::uint32_t>& order) {
    std::vector<source> arranged;
    arranged.reserve(sources.size());
    for (const std::uint32_t i : order)
        arranged.push_back(std::move(sources[i]));
    return arranged;
}

/// Sorts by create date, none first; then by id; files that claim the same id by their names.
std::vector<source> sort(std::vector<source>&& sources) {
    std::vector<std::uint32_t> order(sources.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(sources[a].created, sources[a].id.text, sources[a].file->path) <
               std::tie(sources[b].created, sources[b].id.text, sources[b].file->path);
    });
    return arrange(std::move(sources), order);
}

/// The topological order of what `edges` connect, cycles reported and cut.
std::vector<std::uint32_t> order_revisions(const std::vector<source>& sources, std::vector<edge>& edges,
                                           diagnostics& found) {
    const auto count = static_cast<std::uint32_t>(sources.size());
    if (auto order = topological_order(parent_lists(count, edges, edge_kind::any))) return *std::move(order);
    cut_cycles(sources, edges, found);
    return *topological_order(parent_lists(count, edges, edge_kind::any));
}

void renumber(std::vector<edge>& edges, const std::vector<std::uint32_t>& order) {
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        place[order[i]] = i;
    for (edge& e : edges) {
        e.child = place[e.child];
        e.parent = place[e.parent];
    }
}

graph assemble(std::vector<source>&& sources, const std::vector<edge>& edges) {
    graph history;
    history.revisions.reserve(sources.size());
    for (source& s : sources)
        history.revisions.push_back({std::move(s), {}, {}});
    std::vector<char> is_revised(sources.size());
    for (const edge& e : edges) {
        linked_revision& child = history.revisions[e.child];
        (e.revises ? child.revises : child.depends_on).push_back(e.parent);
        if (e.revises) is_revised[e.parent] = 1;
    }
    for (std::uint32_t i = 0; i < history.revisions.size(); ++i) {
        if (is_revised[i] == 0) history.heads.push_back(i);
        if (history.revisions[i].from.revises.empty()) history.bases.push_back(i);
    }
    return history;
}

/// Whether no file was left out.
bool is_complete(const diagnostics& found) {
    return std::none_of(found.list().begin(), found.list().end(), [](const diagnostic& each) {
        return each.level == severity::error && leaves_out(each.id);
    });
}

} // namespace

graph link(std::vector<source> sources, link_options options, diagnostics& found) {
    const bool complete = is_complete(found);
    sources = sort(std::move(sources));
    drop_duplicates(sources, found);
    const revision_index ids = index_ids(sources);
    std::vector<edge> edges = resolve_parents(sources, ids, complete, found);
    const auto order = order_revisions(sources, edges, found);
    const bool understood = is_complete(found);
    check_labels(sources, ids, found);

    renumber(edges, order);
    sources = arrange(std::move(sources), order);
    reduce(sources, edges, found);
    graph history = assemble(std::move(sources), edges);
    history.complete = complete;
    check_compatible(history, found);
    // Were some `Revises` not understood, then what it meant would be taken for a head that nobody has made.
    if (understood && !options.multiple_heads && history.heads.size() > 1) report_heads(history, found);
    if (!options.multiple_bases && history.bases.size() > 1) report_bases(history, found);
    return history;
}

} // namespace headway::compiler
