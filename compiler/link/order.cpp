#include "link/order.hpp"

// Boost.Graph costs seconds of compile time: this is the one file that includes it.
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

#include <iterator>
#include <utility>

namespace headway::compiler {
namespace {

using csr_graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                     boost::no_property, std::uint32_t, std::uint32_t>;

csr_graph child_to_parent(const parent_lists& parents) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (std::uint32_t child = 0; child < parents.count(); ++child)
        for (const std::uint32_t parent : parents.of(child))
            edges.emplace_back(child, parent);
    return csr_graph(boost::edges_are_sorted, edges.begin(), edges.end(), parents.count());
}

} // namespace

std::optional<std::vector<std::uint32_t>> topological_order(const parent_lists& parents) {
    const csr_graph graph = child_to_parent(parents);
    std::vector<std::uint32_t> order;
    order.reserve(parents.count());
    try {
        boost::topological_sort(graph, std::back_inserter(order));
    } catch (const boost::not_a_dag&) {
        return std::nullopt;
    }
    return order;
}

std::vector<std::uint32_t> components(const parent_lists& parents) {
    const csr_graph graph = child_to_parent(parents);
    std::vector<std::uint32_t> component(parents.count());
    boost::strong_components(
        graph, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));
    return component;
}

} // namespace headway::compiler
