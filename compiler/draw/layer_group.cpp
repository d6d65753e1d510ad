#include "draw/layer_group.hpp"

#include "draw/layer_rank.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace headway::compiler {
namespace {

constexpr double gap_between_columns = 72;
constexpr double line_height = 12;
constexpr int sweeps = 12;

constexpr double gap_behind(bool is_line) noexcept {
    return is_line ? 6 : 26;
}

} // namespace

layer_group::layer_group(std::vector<box> boxes, std::vector<box_link> links)
    : boxes_(std::move(boxes)), links_(std::move(links)), rank_(rank_boxes(boxes_.size(), links_)) {
    fill_columns();
    order();
    straighten();
    place_columns();
}

std::uint32_t layer_group::add_slot(std::uint32_t column, slot added) {
    const auto index = static_cast<std::uint32_t>(slots_.size());
    columns_[column].push_back(index);
    slots_.push_back(std::move(added));
    return index;
}

void layer_group::fill_columns() {
    columns_.resize(*std::max_element(rank_.begin(), rank_.end()) + 1);
    for (std::uint32_t box = 0; box < boxes_.size(); ++box)
        add_slot(rank_[box], {boxes_[box].width, boxes_[box].height, false});
    for (const box_link& link : links_)
        add_line(link);
}

void layer_group::add_line(const box_link& link) {
    const bool leads_right = rank_[link.from] < rank_[link.to];
    const std::uint32_t last = leads_right ? link.to : link.from;
    indexes& passed = passed_.emplace_back(indexes{leads_right ? link.from : link.to});
    double y = leads_right ? link.from_y : link.to_y;
    const auto connect = [&](std::uint32_t to, double to_y) {
        const auto added = static_cast<std::uint32_t>(segments_.size());
        segments_.push_back({passed.back(), y, to, to_y});
        slots_[passed.back()].right.push_back(added);
        slots_[to].left.push_back(added);
        passed.push_back(to);
        y = to_y;
    };
    for (std::uint32_t column = rank_[passed.front()] + 1; column < rank_[last]; ++column)
        connect(add_slot(column, {0, line_height, true}), line_height / 2);
    connect(last, leads_right ? link.to_y : link.from_y);
}

void layer_group::number(const indexes& column) {
    for (std::size_t at = 0; at < column.size(); ++at)
        place_[column[at]] = static_cast<double>(at) / static_cast<double>(column.size());
}

/// Where the neighbours on one side of a slot are in their column, on the average.
double layer_group::middle(std::uint32_t of, bool by_left) const {
    const indexes& sides = by_left ? slots_[of].left : slots_[of].right;
    double sum = 0;
    for (const std::uint32_t each : sides) {
        const segment& line = segments_[each];
        const std::uint32_t other = by_left ? line.left : line.right;
        const double within = (by_left ? line.left_y : line.right_y) / slots_[other].height;
        sum += place_[other] + within / static_cast<double>(columns_.size() * slots_.size());
    }
    return sides.empty() ? place_[of] : sum / static_cast<double>(sides.size());
}

/// Puts each slot where its neighbours are in the middle, to and fro.
void layer_group::order() {
    place_.resize(slots_.size());
    for (const indexes& column : columns_)
        number(column);
    std::vector<double> wanted(slots_.size());
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        const bool by_left = sweep % 2 == 0;
        for (std::size_t step = 0; step < columns_.size(); ++step) {
            indexes& column = columns_[by_left ? step : columns_.size() - 1 - step];
            for (const std::uint32_t each : column)
                wanted[each] = middle(each, by_left);
            std::stable_sort(column.begin(), column.end(),
                             [&](auto a, auto b) { return wanted[a] < wanted[b]; });
            number(column);
        }
    }
}

double layer_group::wanted_y(const slot& of, bool by_left) const {
    double sum = 0;
    const indexes& sides = by_left ? of.left : of.right;
    for (const std::uint32_t each : sides) {
        const segment& line = segments_[each];
        sum += by_left ? slots_[line.left].y + line.left_y - line.right_y
                       : slots_[line.right].y + line.right_y - line.left_y;
    }
    return sides.empty() ? of.y : sum / static_cast<double>(sides.size());
}

/// The nearest to where the slots of a column want to be that keeps them apart: neighbours that would overlap
/// move as one, to the mean of what they want.
void layer_group::settle(const indexes& column, bool by_left) {
    struct block {
        double sum; ///< Of where its slots want it to begin.
        std::size_t count;
        double height;
        double y() const { return sum / static_cast<double>(count); }
    };
    std::vector<block> blocks;
    for (const std::uint32_t each : column) {
        const slot& of = slots_[each];
        const double gap = gap_behind(of.is_line);
        blocks.push_back({wanted_y(of, by_left), 1, of.height + gap});
        while (blocks.size() > 1 && blocks.end()[-2].y() + blocks.end()[-2].height > blocks.back().y()) {
            const block last = blocks.back();
            blocks.pop_back();
            block& before = blocks.back();
            before.sum += last.sum - static_cast<double>(last.count) * before.height;
            before.count += last.count;
            before.height += last.height;
        }
    }
    auto next = column.begin();
    for (const block& each : blocks) {
        double y = each.y();
        for (std::size_t count = 0; count < each.count; ++count, ++next) {
            slots_[*next].y = y;
            y += slots_[*next].height + gap_behind(slots_[*next].is_line);
        }
    }
}

void layer_group::straighten() {
    for (const indexes& column : columns_)
        settle(column, true);
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        for (std::size_t column = 1; column < columns_.size(); ++column)
            settle(columns_[column], true);
        for (std::size_t column = columns_.size() - 1; column-- > 0;)
            settle(columns_[column], false);
    }
    double top = slots_.front().y;
    for (const slot& each : slots_)
        top = std::min(top, each.y);
    for (slot& each : slots_)
        each.y -= top;
}

void layer_group::place_columns() {
    double x = 0;
    for (const indexes& column : columns_) {
        double& widest = widths_.emplace_back(0);
        for (const std::uint32_t each : column) {
            slots_[each].x = x;
            widest = std::max(widest, slots_[each].width);
        }
        for (const std::uint32_t each : column)
            if (slots_[each].is_line) slots_[each].width = widest;
        x += widest + gap_between_columns;
    }
}

double layer_group::width() const {
    return std::accumulate(widths_.begin(), widths_.end(),
                           gap_between_columns * static_cast<double>(columns_.size() - 1));
}

double layer_group::height() const {
    double lowest = 0;
    for (const slot& each : slots_)
        lowest = std::max(lowest, each.y + each.height);
    return lowest;
}

std::vector<point> layer_group::corners() const {
    std::vector<point> result;
    for (std::size_t box = 0; box < boxes_.size(); ++box)
        result.push_back({slots_[box].x, slots_[box].y});
    return result;
}

std::vector<point> layer_group::route(const box_link& link, const indexes& passed) const {
    const bool leads_right = passed.front() == link.from;
    const slot& first = slots_[passed.front()];
    const slot& last = slots_[passed.back()];
    std::vector<point> result{{first.x + first.width, first.y + (leads_right ? link.from_y : link.to_y)}};
    for (std::size_t each = 1; each + 1 < passed.size(); ++each) {
        const slot& line = slots_[passed[each]];
        result.push_back({line.x, line.y + line_height / 2});
        result.push_back({line.x + line.width, line.y + line_height / 2});
    }
    result.push_back({last.x, last.y + (leads_right ? link.to_y : link.from_y)});
    return result;
}

std::vector<std::vector<point>> layer_group::routes() const {
    std::vector<std::vector<point>> result;
    for (std::size_t link = 0; link < links_.size(); ++link)
        result.push_back(route(links_[link], passed_[link]));
    return result;
}

} // namespace headway::compiler
