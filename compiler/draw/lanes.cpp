#include "draw/lanes.hpp"

#include <algorithm>
#include <optional>

namespace headway::compiler {
namespace {

/// Places one revision after the other, newest first.
class placement {
public:
    explicit placement(const graph& history) : history_(history) {}

    lane_layout run() {
        const auto count = static_cast<std::uint32_t>(history_.revisions.size());
        for (std::uint32_t revision = count; revision-- > 0;)
            place(revision);
        for (lane_edge& edge : result_.edges)
            edge.parent_row = count - 1 - edge.parent_row; // rows count from the newest
        result_.width = static_cast<std::uint32_t>(lanes_.size());
        for (lane_row& row : result_.rows)
            row.below.resize(lanes_.size(), lane_line::none);
        return std::move(result_);
    }

private:
    /// The parent that a lane leads to, if any.
    struct lane_state {
        std::optional<std::uint32_t> parent;
        lane_line line = lane_line::none;
        bool straight = false; ///< Leads on from a child in this lane.
    };

    void place(std::uint32_t revision) {
        lane_row row{revision, own_lane(revision), {}, {}, {}};
        for (std::uint32_t lane = 0; lane < lanes_.size(); ++lane) {
            if (lanes_[lane].parent != revision) continue;
            if (lane != row.lane) row.joins.push_back({lane, lanes_[lane].line});
            lanes_[lane] = {};
        }
        const linked_revision& from = history_.revisions[revision];
        for (const std::uint32_t parent : from.revises)
            lead(row, parent, true);
        for (const std::uint32_t parent : from.depends_on)
            lead(row, parent, false);
        for (const lane_state& lane : lanes_)
            row.below.push_back(lane.line);
        result_.rows.push_back(std::move(row));
    }

    /// The lane that a child leads to it straight, else the first that leads to it, else a free one.
    std::uint32_t own_lane(std::uint32_t revision) {
        std::optional<std::uint32_t> found;
        for (std::uint32_t lane = 0; lane < lanes_.size(); ++lane) {
            if (lanes_[lane].parent != revision) continue;
            if (lanes_[lane].straight) return lane;
            if (!found) found = lane;
        }
        return found ? *found : free_lane(0);
    }

    void lead(lane_row& row, std::uint32_t parent, bool revises) {
        const bool first = !lanes_[row.lane].parent;
        const std::uint32_t lane = first ? row.lane : lane_to(parent, row.lane);
        lane_state& state = lanes_[lane];
        state.straight |= first;
        state.parent = parent;
        const lane_line line = revises ? lane_line::revises : lane_line::needs;
        state.line = std::max(state.line, line);
        if (!first) row.splits.push_back({lane, line});
        const auto child_row = static_cast<std::uint32_t>(result_.rows.size());
        result_.edges.push_back({child_row, parent, lane, revises});
    }

    std::uint32_t lane_to(std::uint32_t parent, std::uint32_t from) {
        const auto there = std::find_if(lanes_.begin(), lanes_.end(),
                                        [&](const lane_state& lane) { return lane.parent == parent; });
        return there != lanes_.end() ? static_cast<std::uint32_t>(there - lanes_.begin()) : free_lane(from);
    }

    /// The nearest one to the right, so that few lanes are crossed; a new one at the end if need be.
    std::uint32_t free_lane(std::uint32_t from) {
        std::uint32_t lane = from;
        while (lane < lanes_.size() && lanes_[lane].parent)
            ++lane;
        if (lane == lanes_.size()) lanes_.emplace_back();
        return lane;
    }

    const graph& history_;
    std::vector<lane_state> lanes_;
    lane_layout result_;
};

} // namespace

lane_layout lay_out(const graph& history) {
    return placement(history).run();
}

} // namespace headway::compiler
