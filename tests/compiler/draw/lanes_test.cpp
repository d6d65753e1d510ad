#include "draw/lanes.hpp"

#include "../link/make_source.hpp"
#include "catch.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace headway::tests {
using namespace compiler;
namespace {

using namespace headway::test;

graph linked(const std::vector<revision>& revisions) {
    diagnostics found;
    return link(make_sources(revisions), {true, true}, found);
}

std::vector<revision> random_revisions(std::mt19937& random) {
    std::vector<revision> made;
    const std::size_t count = 1 + random() % 40;
    for (std::size_t index = 0; index < count; ++index) {
        std::set<std::string> parents;
        std::set<std::string> needs;
        for (std::size_t wanted = random() % 10 == 0 ? 0 : 1 + random() % 2; wanted > 0 && index > 0;
             --wanted)
            parents.insert("r" + std::to_string(index - 1 - random() % std::min<std::size_t>(index, 6)));
        if (index > 0 && random() % 5 == 0) needs.insert("r" + std::to_string(random() % index));
        made.push_back(
            {"r" + std::to_string(index), {parents.begin(), parents.end()}, {needs.begin(), needs.end()}});
    }
    return made;
}

/// The row of each revision: the newest comes first.
std::uint32_t row_of(const lane_layout& layout, std::uint32_t revision) {
    return static_cast<std::uint32_t>(layout.rows.size()) - 1 - revision;
}

void check_edges(const graph& history, const lane_layout& layout) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> drawn;
    for (const lane_edge& edge : layout.edges) {
        drawn.emplace(edge.child_row, edge.parent_row);
        REQUIRE(edge.child_row < edge.parent_row);
        for (std::uint32_t row = edge.child_row; row < edge.parent_row; ++row) {
            REQUIRE(layout.rows[row].below.at(edge.lane) != lane_line::none);
            const bool passes = row > edge.child_row;
            REQUIRE_FALSE((passes && layout.rows[row].lane == edge.lane)); // no line runs through a dot
        }
    }
    std::size_t expected = 0;
    for (std::uint32_t child = 0; child < history.revisions.size(); ++child) {
        const linked_revision& one = history.revisions[child];
        for (const auto* const parents : {&one.revises, &one.depends_on}) {
            expected += parents->size();
            for (const std::uint32_t parent : *parents)
                REQUIRE(drawn.contains({row_of(layout, child), row_of(layout, parent)}));
        }
    }
    REQUIRE(layout.edges.size() == expected);
}

/// Below a row run the lanes of edges that come from it or above and end further down, and no others.
void check_lanes(const lane_layout& layout) {
    for (std::uint32_t row = 0; row < layout.rows.size(); ++row) {
        std::map<std::uint32_t, std::set<std::uint32_t>> parents;
        for (const lane_edge& edge : layout.edges)
            if (edge.child_row <= row && edge.parent_row > row) parents[edge.lane].insert(edge.parent_row);
        for (std::uint32_t lane = 0; lane < layout.width; ++lane) {
            const bool runs = layout.rows[row].below.at(lane) != lane_line::none;
            REQUIRE(runs == parents.contains(lane));
            if (runs) REQUIRE(parents[lane].size() == 1); // a lane leads to one parent
        }
    }
}

} // namespace

TEST_CASE("every edge has a lane of its parent's, and no line runs through another revision") {
    for (std::uint32_t seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const graph history = linked(random_revisions(random));
        const lane_layout layout = lay_out(history);
        check_edges(history, layout);
        check_lanes(layout);
    }
}

TEST_CASE("a chain needs one lane, and a branch that is merged again two") {
    CHECK(lay_out(linked({{"a"}, {"b", {"a"}}, {"c", {"b"}}})).width == 1);
    const lane_layout merged =
        lay_out(linked({{"a"}, {"b1", {"a"}}, {"b2", {"a"}}, {"b3", {"b2"}}, {"m", {"b1", "b3"}}}));
    CHECK(merged.width == 2);
    CHECK(merged.rows.front().lane == merged.rows.back().lane);
}

TEST_CASE("a history without revisions has no lanes") {
    const lane_layout layout = lay_out(graph{});
    CHECK(layout.rows.empty());
    CHECK(layout.width == 0);
}

} // namespace headway::tests
