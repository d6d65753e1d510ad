#include "catch.hpp"

#include "link/implied.hpp"

#include <algorithm>
#include <random>
#include <tuple>

using namespace headway;
using namespace headway::compiler;

namespace {

using parents = std::vector<std::vector<std::uint32_t>>;
using triple = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;

parent_lists lists(const parents& of) {
    static const spelled name;
    std::vector<edge> edges;
    for (std::uint32_t child = 0; child < of.size(); ++child)
        for (const std::uint32_t parent : of[child])
            edges.push_back({child, parent, true, &name});
    return {static_cast<std::uint32_t>(of.size()), edges, edge_kind::any};
}

std::vector<triple> find(const parents& of) {
    std::vector<triple> result;
    for (const implied_parent& each : find_implied(lists(of)))
        result.emplace_back(each.child, each.ancestor, each.descendant);
    return result;
}

/// The same from a whole matrix of who descends from whom.
std::vector<triple> find_plainly(const parents& of) {
    std::vector<std::vector<bool>> descends(of.size(), std::vector<bool>(of.size()));
    for (std::uint32_t r = 0; r < of.size(); ++r)
        for (const std::uint32_t parent : of[r])
            for (std::uint32_t ancestor = 0; ancestor <= parent; ++ancestor)
                if (ancestor == parent || descends[parent][ancestor]) descends[r][ancestor] = true;
    std::vector<triple> result;
    for (std::uint32_t r = 0; r < of.size(); ++r) {
        auto list = of[r];
        std::sort(list.begin(), list.end());
        for (const std::uint32_t ancestor : list) {
            const auto other = std::find_if(list.begin(), list.end(),
                                            [&](std::uint32_t p) { return descends[p][ancestor]; });
            if (other != list.end()) result.emplace_back(r, ancestor, *other);
        }
    }
    return result;
}

parents random_parents(std::mt19937& random) {
    const auto pick = [&](std::size_t below) { return static_cast<std::uint32_t>(random() % below); };
    parents of(1 + pick(600));
    const std::size_t window = 1 + pick(of.size());
    const std::uint32_t widest = 2 + pick(pick(4) == 0 ? 100 : 3);
    for (std::size_t r = 1; r < of.size(); ++r)
        for (std::uint32_t n = pick(widest); n > 0; --n) {
            const auto parent = static_cast<std::uint32_t>(r - 1 - pick(std::min(r, window)));
            if (std::find(of[r].begin(), of[r].end(), parent) == of[r].end()) of[r].push_back(parent);
        }
    return of;
}

} // namespace

TEST_CASE("a parent is implied by another parent that descends from it, however far") {
    CHECK(find({{}, {0}, {1}, {2, 0}}) == std::vector<triple>{{3, 0, 2}});
    CHECK(find({{}, {0}, {0}, {1, 2}}).empty());
    CHECK(find({{}, {0}, {1}, {2, 1, 0}}) == std::vector<triple>{{3, 0, 1}, {3, 1, 2}});
    CHECK(find({}).empty());
}

TEST_CASE("more merge points than one pass answers for") {
    parents line(1);
    for (std::uint32_t r = 1; r < 1000; ++r)
        line.push_back(r < 500 ? std::vector{r - 1} : std::vector{r - 1, r - 500});
    const auto implied = find(line);
    REQUIRE(implied.size() == 500);
    CHECK(implied.front() == triple{500, 0, 499});
    CHECK(implied.back() == triple{999, 499, 998});
}

TEST_CASE("random histories: the implied parents are those of the whole matrix") {
    std::size_t total = 0;
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        const parents of = random_parents(random);
        const auto implied = find(of);
        REQUIRE(implied == find_plainly(of));
        total += implied.size();
    }
    CHECK(total > 1000);
}
