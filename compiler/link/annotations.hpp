#pragma once

#include "link/graph.hpp"

#include <span>
#include <string>
#include <vector>

namespace headway::compiler {

/// What a revision is to the others, as the lines about it say. Keeps a reference to the graph.
class annotations {
public:
    /// Linear in the graph, and per branch label in what it marks.
    explicit annotations(const graph&);
    explicit annotations(const graph&&) = delete;

    [[nodiscard]] const graph& of() const noexcept { return graph_; }
    /// Children by `Revises`, ascending.
    [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t revision) const noexcept {
        return std::span(children_).subspan(first_[revision], first_[revision + 1] - first_[revision]);
    }
    [[nodiscard]] bool is_head(std::uint32_t revision) const noexcept { return children(revision).empty(); }
    /// Whether another revision depends on this one without revising it.
    [[nodiscard]] bool is_needed(std::uint32_t revision) const noexcept { return needed_[revision] != 0; }
    [[nodiscard]] bool is_branch_point(std::uint32_t revision) const noexcept {
        return children(revision).size() > 1;
    }
    [[nodiscard]] bool is_merge_point(std::uint32_t revision) const noexcept {
        return graph_.revisions[revision].revises.size() > 1;
    }
    /// The labels of the branches that the revision is on: its own, those of what it descends from, and those
    /// of what follows it before the next branch or merge point. Sorted.
    [[nodiscard]] const std::vector<std::string_view>& labels(std::uint32_t revision) const noexcept {
        return labels_[revision];
    }

private:
    void list_children();
    void spread_labels(std::uint32_t from);

    const graph& graph_;
    std::vector<std::uint32_t> first_; ///< Where each list begins in `children_`; one more at the end.
    std::vector<std::uint32_t> children_;
    std::vector<char> needed_;
    std::vector<std::vector<std::string_view>> labels_;
};

} // namespace headway::compiler
