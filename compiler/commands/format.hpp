#pragma once

#include "headway/plan.hpp"
#include "link/annotations.hpp"

#include <string>

namespace headway::compiler {

/// The formats of lines that Alembic's users know. Pure.

/// What a line about a revision says besides its id and whether it is a head.
struct line_style {
    bool parents = false; ///< `parent (dependencies) -> ` before the id.
    bool labels = false;  ///< ` (label)` behind it.
    bool points = false;  ///< ` (branchpoint)` and ` (mergepoint)`.
    bool summary = false; ///< `, summary` at the end.
    bool colour = false;
};
/// `001 -> 122b81ebc3d7 (head), Add compound indexes to models.`
[[nodiscard]] std::string render_line(const annotations&, std::uint32_t revision, line_style,
                                      bool current = false);

/// The block that `-v` prints: `Rev:`, `Parent:`, … and the comment at the head of the file.
[[nodiscard]] std::string render_block(const annotations&, std::uint32_t revision, bool current = false);

/// `upgrade 001 -> 122b81ebc3d7, Add compound indexes to models.`
[[nodiscard]] std::string render_step(const graph&, step);

/// The ids, separated by commas; `base` for none.
[[nodiscard]] std::string list_ids(const graph&, const std::vector<std::uint32_t>& revisions);

} // namespace headway::compiler
