#include "draw/layers.hpp"

#include "catch.hpp"

#include <random>

using namespace headway;
using namespace headway::compiler;

namespace {

struct rectangle {
    double left;
    double top;
    double right;
    double bottom;
};

std::vector<rectangle> rectangles(const std::vector<box>& boxes, const box_layout& placed) {
    std::vector<rectangle> result;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        result.push_back({placed.corners[i].x, placed.corners[i].y, placed.corners[i].x + boxes[i].width,
                          placed.corners[i].y + boxes[i].height});
    return result;
}

bool overlap(const rectangle& a, const rectangle& b) {
    constexpr double rounding = 1e-6;
    return a.left + rounding < b.right && b.left + rounding < a.right && a.top + rounding < b.bottom &&
           b.top + rounding < a.bottom;
}

/// Whether the straight pieces of a route, which run through columns, cross a box.
bool crosses(const std::vector<point>& route, const rectangle& box) {
    for (std::size_t at = 1; at + 2 < route.size(); at += 2) {
        const double y = route[at].y;
        if (overlap({route[at].x, y - 1, route[at + 1].x, y + 1}, box)) return true;
    }
    return false;
}

void check(const std::vector<box>& boxes, const std::vector<box_link>& links) {
    const box_layout placed = lay_out(boxes, links);
    const auto all = rectangles(boxes, placed);
    for (std::size_t i = 0; i < all.size(); ++i) {
        CHECK(all[i].left >= 0);
        CHECK(all[i].top >= -1e-6);
        CHECK(all[i].right <= placed.width + 1e-6);
        CHECK(all[i].bottom <= placed.height + 1e-6);
        for (std::size_t j = i + 1; j < all.size(); ++j)
            CHECK(!overlap(all[i], all[j]));
    }
    for (std::size_t i = 0; i < links.size(); ++i) {
        const std::vector<point>& route = placed.routes[i];
        REQUIRE(route.size() >= 2);
        const auto is_end = [&](const point& at, std::uint32_t box, double y) {
            return (at.x == all[box].left || at.x == all[box].right) &&
                   std::abs(at.y - all[box].top - y) < 1e-6;
        };
        const bool forwards = is_end(route.front(), links[i].to, links[i].to_y) &&
                              is_end(route.back(), links[i].from, links[i].from_y);
        const bool backwards = is_end(route.front(), links[i].from, links[i].from_y) &&
                               is_end(route.back(), links[i].to, links[i].to_y);
        CHECK((forwards || backwards));
        for (const rectangle& each : all)
            CHECK(!crosses(route, each));
    }
}

} // namespace

TEST_CASE("what is linked to stands on the left, at the height of what links to it") {
    const std::vector<box> boxes{{100, 50}, {80, 50}, {90, 50}};
    const std::vector<box_link> links{{0, 25, 1, 25}, {2, 25, 0, 25}};
    const box_layout placed = lay_out(boxes, links);
    CHECK(placed.corners[1].x < placed.corners[0].x);
    CHECK(placed.corners[0].x < placed.corners[2].x);
    CHECK(placed.corners[1].y == placed.corners[0].y);
    CHECK(placed.height == 50);
    check(boxes, links);
}

TEST_CASE("boxes without links stand side by side") {
    const std::vector<box> boxes(9, {100, 60});
    const box_layout placed = lay_out(boxes, {});
    CHECK(placed.width > placed.height);
    CHECK(placed.height > 60);
    check(boxes, {});
}

TEST_CASE("nothing is laid out as nothing") {
    const box_layout placed = lay_out({}, {});
    CHECK(placed.width == 0);
    CHECK(placed.height == 0);
}

TEST_CASE("a link to itself leaves and enters on the right") {
    const box_layout placed = lay_out({{100, 50}}, {{0, 20, 0, 40}});
    REQUIRE(placed.routes[0].size() == 2);
    CHECK(placed.routes[0][0].x == 100);
    CHECK(placed.routes[0][0].y == 40);
    CHECK(placed.routes[0][1].y == 20);
}

TEST_CASE("circles of links are laid out too") {
    const std::vector<box> boxes(3, {100, 50});
    check(boxes, {{0, 10, 1, 20}, {1, 10, 2, 20}, {2, 10, 0, 20}, {1, 30, 0, 20}});
}

TEST_CASE("no box covers another, and no line runs through a box") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
        std::vector<box> boxes;
        for (std::uint32_t count = 1 + below(30); count > 0; --count)
            boxes.push_back({60.0 + below(150), 40.0 + below(200)});
        std::vector<box_link> links;
        const auto size = static_cast<std::uint32_t>(boxes.size());
        for (std::uint32_t count = below(2 * size); count > 0; --count) {
            const std::uint32_t from = below(size);
            const std::uint32_t to = below(size);
            links.push_back({from, 10.0 + below(30), to, 10.0 + below(30)});
        }
        check(boxes, links);
    }
}
