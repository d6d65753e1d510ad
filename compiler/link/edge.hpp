#pragma once

#include "read/source.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace headway::compiler {

/// One parent of one revision, while the graph is being made.
struct edge {
    std::uint32_t child;
    std::uint32_t parent;
    bool revises;        ///< Named by `Revises`, otherwise by `Depends on`.
    const spelled* name; ///< As the child's file spells it.
};

enum class edge_kind : std::uint8_t { revises, any };

/// The parents of every revision in two flat arrays, each list ascending, whatever the order of the edges.
class parent_lists {
public:
    parent_lists(std::uint32_t count, std::span<const edge> edges, edge_kind kind);

    [[nodiscard]] std::uint32_t count() const noexcept {
        return static_cast<std::uint32_t>(first_.size() - 1);
    }
    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t revision) const noexcept {
        return std::span(parents_).subspan(first_[revision], first_[revision + 1] - first_[revision]);
    }

private:
    std::vector<std::uint32_t> first_; ///< Where each list begins, and a last one behind the end.
    std::vector<std::uint32_t> parents_;
};

} // namespace headway::compiler
