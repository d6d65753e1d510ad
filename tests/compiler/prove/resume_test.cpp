#include "prove/merge_points.hpp"
#include "prove/resume.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;
namespace {

using indexes = std::vector<std::uint32_t>;

section section_of(const std::string& sql) {
    return {{std::make_shared<source_text>(source_text{{}, sql}), 0, sql.size()}};
}

/// A graph of revisions by their parents, all of them named by `Revises`. Each alters the same table, or does
/// what `up` says.
graph graph_of(const std::vector<indexes>& parents, const std::vector<std::string>& up = {}) {
    graph made;
    for (std::size_t at = 0; at < parents.size(); ++at) {
        source of;
        of.up = section_of(up.empty() ? "ALTER TABLE t ADD COLUMN a" : up[at]);
        made.revisions.push_back({std::move(of), parents[at], {}});
    }
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

TEST_CASE("of branches that merge, what touches nothing of the other one is not tried in another order") {
    //     0 - 1 - 2 - 4 - 5(merge)
    //          \- 3 ------/
    const auto merge = [](const std::vector<std::string>& up) {
        return find_merge_points(graph_of({{}, {0}, {1}, {1}, {2}, {4, 3}}, up));
    };
    const std::string t = "CREATE TABLE t (a)";
    CHECK(merge({t, "CREATE TABLE u (a)", "CREATE TABLE x (t REFERENCES t)",
                 "CREATE TABLE y (t REFERENCES t)", "INSERT INTO x SELECT a FROM t", ""})
              .empty());
    const auto some = merge({t, "CREATE TABLE u (a)", "ALTER TABLE t ADD COLUMN b",
                             "ALTER TABLE t ADD COLUMN c", "ALTER TABLE u ADD COLUMN b", ""});
    REQUIRE(some.size() == 1);
    CHECK(some[0].forwards == indexes{2, 3});
    CHECK(some[0].backwards == indexes{3, 2});
    const auto by_way_of_a_view = merge({t, "CREATE VIEW v AS SELECT a FROM t", "CREATE TABLE x (a)",
                                         "ALTER TABLE T RENAME COLUMN a TO b", "DROP VIEW \"V\"", ""});
    REQUIRE(by_way_of_a_view.size() == 1);
    CHECK(by_way_of_a_view[0].first == 3);
    CHECK(by_way_of_a_view[0].forwards == indexes{4, 3});
    const auto open = merge({t, "CREATE TABLE u (a)", "SELECT do_anything()", "CREATE TABLE y (a)", "", ""});
    REQUIRE(open.size() == 1);
    CHECK(open[0].forwards == indexes{2, 3});
}

TEST_CASE("what a revision of a merge needs of its own branch is tried with it") {
    //     0 - 1 - 2 - 4 - 5(merge)
    //          \- 3 ------/
    const auto merges =
        find_merge_points(graph_of({{}, {0}, {1}, {1}, {2}, {4, 3}},
                                   {"CREATE TABLE t (a)", "CREATE TABLE u (a)", "ALTER TABLE t ADD COLUMN b",
                                    "CREATE TABLE x (a)", "UPDATE x SET a = (SELECT b FROM t)", ""}));
    REQUIRE(merges.size() == 1);
    CHECK(merges[0].first == 3); // the column of 2 is there
    CHECK(merges[0].forwards == indexes{4, 3});
}

TEST_CASE("bases that merge part at the beginning") {
    const auto merges = find_merge_points(graph_of({{}, {}, {0, 1}}));
    REQUIRE(merges.size() == 1);
    CHECK(merges[0].first == 0);
    CHECK(merges[0].forwards == indexes{0, 1});
}

TEST_CASE("states are kept at the end, before the last revision, and at distances that double") {
    CHECK(choose_checkpoints(21) == indexes{6, 14, 18, 20, 21});
    CHECK(choose_checkpoints(1) == indexes{1});
    CHECK(choose_checkpoints(0).empty());
}

} // namespace headway::tests
