#include "draw/layer_rank.hpp"

#include <algorithm>
#include <utility>

namespace headway::compiler {
namespace {

using indexes = std::vector<std::uint32_t>;

/// Walks the links depth first; one that leads back to where the walk is would make a circle.
class ranking {
public:
    ranking(std::size_t boxes, const std::vector<box_link>& links)
        : links_(links), out_(boxes), state_(boxes), rank_(boxes) {
        for (std::uint32_t link = 0; link < links.size(); ++link)
            out_[links[link].from].push_back(link);
    }
    void visit(std::uint32_t from);
    [[nodiscard]] std::vector<std::uint32_t> take() { return std::move(rank_); }

private:
    enum class progress : std::uint8_t { fresh, under_way, done };
    void enter(std::uint32_t box) {
        state_[box] = progress::under_way;
        path_.push_back({box, 0});
    }

    const std::vector<box_link>& links_;
    std::vector<indexes> out_;
    std::vector<progress> state_;
    std::vector<std::uint32_t> rank_;
    std::vector<std::pair<std::uint32_t, std::size_t>> path_;
};

void ranking::visit(std::uint32_t from) {
    if (state_[from] == progress::fresh) enter(from);
    while (!path_.empty()) {
        auto& [at, next] = path_.back();
        if (next == out_[at].size()) {
            for (const std::uint32_t link : out_[at]) {
                const std::uint32_t to = links_[link].to;
                if (state_[to] == progress::done) rank_[at] = std::max(rank_[at], rank_[to] + 1);
            }
            state_[at] = progress::done;
            path_.pop_back();
            continue;
        }
        const std::uint32_t to = links_[out_[at][next++]].to;
        if (state_[to] == progress::fresh) enter(to);
    }
}

/// What nothing holds on the left moves next to the first that leads to it.
void close_gaps(indexes& rank, const std::vector<box_link>& links) {
    constexpr std::uint32_t nowhere = 0xffffffff;
    std::vector<std::uint32_t> nearest(rank.size(), nowhere);
    std::vector<bool> held(rank.size());
    for (const box_link& link : links) {
        const auto [low, high] =
            std::minmax(link.from, link.to, [&](auto a, auto b) { return rank[a] < rank[b]; });
        nearest[low] = std::min(nearest[low], rank[high] - 1);
        held[high] = true;
    }
    for (std::size_t box = 0; box < rank.size(); ++box) {
        if (!held[box] && nearest[box] != nowhere) rank[box] = nearest[box];
    }
}

} // namespace

std::vector<std::uint32_t> rank_boxes(std::size_t boxes, const std::vector<box_link>& links) {
    ranking walk(boxes, links);
    for (std::uint32_t box = 0; box < boxes; ++box)
        walk.visit(box);
    indexes rank = walk.take();
    close_gaps(rank, links);
    return rank;
}

} // namespace headway::compiler
