#include "prove/resume.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;
namespace {

using indexes = std::vector<std::uint32_t>;

/// A graph of revisions by their parents, all of them named by `Revises`.
graph graph_of(const std::vector<indexes>& parents) {
    graph made;
    for (const indexes& each : parents)
        made.revisions.push_back({{}, each, {}});
    return made;
}

} // namespace

TEST_CASE("a merge point knows where its branches part, and both orders of them") {
    //     0 - 1 - 2 - 4 - 5(merge)
    //          \- 3 ------/
    const auto merges = find_merge_points(graph_of({{}, {0}, {1}, {1}, {2}, {4, 3}}));
    REQUIRE(merges.size() == 1);
    CHECK(merges[0].revision == 5);
    CHECK(merges[0].first == 2);
    CHECK(merges[0].common.empty());
    CHECK(merges[0].forwards == indexes{2, 4, 3});
    CHECK(merges[0].backwards == indexes{3, 2, 4});
}

TEST_CASE("what all branches have, but comes late in the order, is applied before them") {
    // 1 and 2 stand on 0; 3 merges 1 and 2 and 4 goes on from 2; 5 merges 3 and 4.
    const auto merges = find_merge_points(graph_of({{}, {0}, {0}, {1, 2}, {2}, {3, 4}}));
    REQUIRE(merges.size() == 2);
    CHECK(merges[1].first == 1);
    CHECK(merges[1].common == indexes{2});
    CHECK(merges[1].forwards == indexes{1, 3, 4});
    CHECK(merges[1].backwards == indexes{4, 1, 3});
}

TEST_CASE("three branches are applied in an order and in its reverse, so that each pair meets both ways") {
    const auto merges = find_merge_points(graph_of({{}, {0}, {0}, {0}, {1, 2, 3}}));
    REQUIRE(merges.size() == 1);
    CHECK(merges[0].forwards == indexes{1, 2, 3});
    CHECK(merges[0].backwards == indexes{3, 2, 1});
}

TEST_CASE("bases that merge part at the beginning") {
    const auto merges = find_merge_points(graph_of({{}, {}, {0, 1}}));
    REQUIRE(merges.size() == 1);
    CHECK(merges[0].first == 0);
    CHECK(merges[0].forwards == indexes{0, 1});
}

TEST_CASE("a proof is not taken up between where branches part and where they merge") {
    const auto merges = find_merge_points(graph_of({{}, {0}, {1}, {1}, {2, 3}, {4}}));
    CHECK(find_resumable(6, merges) == std::vector<bool>{true, true, true, false, false, true, true});
}

TEST_CASE("states are kept at the end, before the last revision, and at distances that double") {
    CHECK(choose_checkpoints(std::vector<bool>(21, true)) == indexes{5, 13, 17, 19, 20});
    CHECK(choose_checkpoints({true, true, true, false, false, true, true}) == indexes{2, 5, 6});
    CHECK(choose_checkpoints({true}).empty());
}

} // namespace headway::tests
