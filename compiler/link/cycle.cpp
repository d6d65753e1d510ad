#include "link/cycle.hpp"

#include "link/order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace headway::compiler {
namespace {

/// A shortest cycle through `start`, as edges from child to parent, among edges that all lie on cycles.
std::vector<edge> shortest_cycle(std::uint32_t start, std::span<const edge> inside) {
    std::multimap<std::uint32_t, const edge*> by_child;
    for (const edge& e : inside)
        by_child.emplace(e.child, &e);
    std::map<std::uint32_t, const edge*> reached_by;
    std::vector<std::uint32_t> queue{start};
    for (std::size_t next = 0; !reached_by.contains(start); ++next) {
        const auto [begin, end] = by_child.equal_range(queue[next]);
        for (auto parent = begin; parent != end; ++parent)
            if (reached_by.emplace(parent->second->parent, parent->second).second)
                queue.push_back(parent->second->parent);
    }
    std::vector<edge> path;
    for (std::uint32_t at = start; path.empty() || at != start; at = path.back().child)
        path.push_back(*reached_by.at(at));
    std::reverse(path.begin(), path.end());
    return path;
}

void report_cycle(const std::vector<source>& sources, std::span<const edge> path, diagnostics& found) {
    std::string names = sources[path.front().child].id.text;
    for (const edge& e : path)
        names += " -> " + sources[e.parent].id.text;
    diagnostic& mistake = found.add(
        rule::cycle, path.front().name->where,
        fmt::format("these revisions follow each other in a cycle: {}; take one of these parents away",
                    names));
    for (const edge& e : path)
        mistake.notes.push_back(
            {e.name->where, fmt::format("'{}' {} '{}'", sources[e.child].id.text,
                                        e.revises ? "revises" : "depends on", e.name->text)});
}

} // namespace

void cut_cycles(const std::vector<source>& sources, std::vector<edge>& edges, diagnostics& found) {
    const auto group =
        components(parent_lists(static_cast<std::uint32_t>(sources.size()), edges, edge_kind::any));
    const auto is_inside = [&](const edge& e) { return group[e.child] == group[e.parent]; };
    std::map<std::uint32_t, std::vector<edge>> inside;
    for (const edge& e : edges)
        if (is_inside(e)) inside[group[e.child]].push_back(e);
    for (const auto& [number, group_edges] : inside) {
        const auto first = std::min_element(group_edges.begin(), group_edges.end(), [&](auto& a, auto& b) {
            return sources[a.child].id.text < sources[b.child].id.text;
        });
        report_cycle(sources, shortest_cycle(first->child, group_edges), found);
    }
    std::erase_if(edges, is_inside);
}

} // namespace headway::compiler
