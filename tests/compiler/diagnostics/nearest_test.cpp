#include "diagnostics/nearest.hpp"

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

namespace headway::tests {
using namespace compiler;
namespace {

/// The textbook table, all of it.
std::size_t full_distance(std::string_view left, std::string_view right) {
    std::vector<std::vector<std::size_t>> cost(left.size() + 1, std::vector<std::size_t>(right.size() + 1));
    for (std::size_t i = 0; i <= left.size(); ++i) {
        for (std::size_t j = 0; j <= right.size(); ++j) {
            if (i == 0 || j == 0)
                cost[i][j] = i + j;
            else
                cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                                       cost[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)});
        }
    }
    return cost[left.size()][right.size()];
}

std::string random_word(std::mt19937& random) {
    std::string word(random() % 9, '\0');
    for (char& c : word)
        c = static_cast<char>('a' + random() % 3);
    return word;
}

} // namespace

TEST_CASE("the banded edit distance is the edit distance, up to its limit") {
    const std::uint32_t seed = 20251125;
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 20'000; ++round) {
        const std::string left = random_word(random);
        const std::string right = random_word(random);
        const std::size_t limit = random() % 10;
        CAPTURE(left, right, limit);
        REQUIRE(edit_distance(left, right, limit) == std::min(full_distance(left, right), limit + 1));
    }
}

TEST_CASE("case does not count") {
    CHECK(edit_distance("Revision ID", "rEVISION id", 0) == 0);
}

TEST_CASE("words too long to be mistyped into each other are not compared") {
    CHECK(edit_distance(std::string(1'000, 'a'), std::string(1'000, 'a'), 3) == 4);
}

TEST_CASE("the nearest choice is suggested, the first of several") {
    constexpr std::array<std::string_view, 4> ids{"001", "122b81ebc3d7", "122b81ebc3d8", "7f"};
    CHECK(nearest("122b81ebc3d8", ids) == "122b81ebc3d8");
    CHECK(nearest("122b81ebc3d9", ids) == "122b81ebc3d7");
    CHECK(nearest("122B81EBC3D8", ids) == "122b81ebc3d8");
    CHECK(nearest("002", ids) == "001");
}

TEST_CASE("the beginning of a choice means that choice") {
    constexpr std::array<std::string_view, 2> ids{"001", "122b81ebc3d7"};
    CHECK(nearest("122b", ids) == "122b81ebc3d7");
    CHECK(nearest("12", ids).empty());
}

TEST_CASE("nothing is suggested for what is like nothing") {
    constexpr std::array<std::string_view, 3> ids{"001", "122b81ebc3d7", "x"};
    CHECK(nearest("ffffffffffff", ids).empty());
    CHECK(nearest("y", ids).empty());
    CHECK(nearest("", ids).empty());
    CHECK(nearest("001", {}).empty());
}

} // namespace headway::tests
