#include "draw/layers.hpp"

#include "draw/layer_group.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace headway::compiler {
namespace {

constexpr double gap_between_groups = 40;
/// Of the picture's width to its height, where there is a choice.
constexpr double proportion = 1.6;

using indexes = std::vector<std::uint32_t>;

/// The smallest box that links connect each box with.
indexes find_groups(std::size_t boxes, const std::vector<box_link>& links) {
    indexes first(boxes);
    std::iota(first.begin(), first.end(), 0);
    const auto find = [&](std::uint32_t of) {
        while (first[of] != of)
            of = first[of] = first[first[of]];
        return of;
    };
    for (const box_link& link : links) {
        const auto [low, high] = std::minmax({find(link.from), find(link.to)});
        first[high] = low;
    }
    for (std::uint32_t& each : first)
        each = find(each);
    return first;
}

/// A group, and what its boxes and links are in the whole.
struct placed_group {
    indexes boxes;
    indexes links;
    layer_group inside;
};

placed_group make_group(const std::vector<box>& boxes, const std::vector<box_link>& links, indexes own,
                        indexes own_links) {
    std::vector<box> inside;
    for (const std::uint32_t each : own)
        inside.push_back(boxes[each]);
    const auto number = [&](std::uint32_t of) {
        return static_cast<std::uint32_t>(std::lower_bound(own.begin(), own.end(), of) - own.begin());
    };
    std::vector<box_link> between;
    for (const std::uint32_t each : own_links) {
        const box_link& link = links[each];
        between.push_back({number(link.from), link.from_y, number(link.to), link.to_y});
    }
    return {std::move(own), std::move(own_links), layer_group(std::move(inside), std::move(between))};
}

/// The highest first, so that those that stand side by side leave little empty.
std::vector<placed_group> make_groups(const std::vector<box>& boxes, const std::vector<box_link>& links) {
    const indexes first = find_groups(boxes.size(), links);
    std::vector<indexes> own(boxes.size());
    std::vector<indexes> own_links(boxes.size());
    for (std::uint32_t box = 0; box < boxes.size(); ++box)
        own[first[box]].push_back(box);
    for (std::uint32_t link = 0; link < links.size(); ++link) {
        if (links[link].from != links[link].to) own_links[first[links[link].from]].push_back(link);
    }
    std::vector<placed_group> groups;
    for (std::size_t at = 0; at < boxes.size(); ++at) {
        if (!own[at].empty())
            groups.push_back(make_group(boxes, links, std::move(own[at]), std::move(own_links[at])));
    }
    std::stable_sort(groups.begin(), groups.end(), [](const placed_group& a, const placed_group& b) {
        return a.inside.height() > b.inside.height();
    });
    return groups;
}

double choose_width(const std::vector<placed_group>& groups) {
    double widest = 0;
    double area = 0;
    for (const placed_group& each : groups) {
        widest = std::max(widest, each.inside.width());
        area += (each.inside.width() + gap_between_groups) * (each.inside.height() + gap_between_groups);
    }
    return std::max(widest, std::sqrt(area * proportion));
}

void put(const placed_group& group, point corner, box_layout& into) {
    const auto moved = [&](point at) { return point{at.x + corner.x, at.y + corner.y}; };
    const std::vector<point> corners = group.inside.corners();
    for (std::size_t box = 0; box < corners.size(); ++box)
        into.corners[group.boxes[box]] = moved(corners[box]);
    const auto routes = group.inside.routes();
    for (std::size_t link = 0; link < routes.size(); ++link) {
        for (const point at : routes[link])
            into.routes[group.links[link]].push_back(moved(at));
    }
    into.width = std::max(into.width, corner.x + group.inside.width());
    into.height = std::max(into.height, corner.y + group.inside.height());
}

/// On shelves, each as high as the first group on it.
void put_all(const std::vector<placed_group>& groups, box_layout& into) {
    const double width = choose_width(groups);
    point corner{0, 0};
    double shelf = 0;
    for (const placed_group& each : groups) {
        if (corner.x > 0 && corner.x + each.inside.width() > width)
            corner = {0, corner.y + std::exchange(shelf, 0)};
        put(each, corner, into);
        corner.x += each.inside.width() + gap_between_groups;
        shelf = std::max(shelf, each.inside.height() + gap_between_groups);
    }
}

} // namespace

box_layout lay_out(const std::vector<box>& boxes, const std::vector<box_link>& links) {
    box_layout result{std::vector<point>(boxes.size()), std::vector<std::vector<point>>(links.size()), 0, 0};
    put_all(make_groups(boxes, links), result);
    for (std::size_t link = 0; link < links.size(); ++link) {
        const box_link& each = links[link];
        if (each.from != each.to) continue;
        const point at = result.corners[each.from];
        const double right = at.x + boxes[each.from].width;
        result.routes[link] = {{right, at.y + each.to_y}, {right, at.y + each.from_y}};
    }
    return result;
}

} // namespace headway::compiler
