#pragma once

#include "link/graph.hpp"

namespace headway::compiler {

/// Reports more than one head: each with its file, where they part, and the command that joins them.
void report_heads(const graph&, diagnostics& found);

/// Reports more than one base.
void report_bases(const graph&, diagnostics& found);

/// The highest common ancestors of `revisions` by `Revises`, ascending: common to all of them, and without a
/// child that is. A revision counts as its own ancestor. Linear in the graph per 64 revisions.
[[nodiscard]] std::vector<std::uint32_t> common_ancestors(const graph&,
                                                          std::span<const std::uint32_t> revisions);

} // namespace headway::compiler
