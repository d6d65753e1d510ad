#pragma once

#include "link/graph.hpp"

#include <string>
#include <vector>

namespace headway::compiler {

/// Where a database is in a history.
struct whereabouts {
    std::vector<std::string> rows;    ///< Of its version table, sorted.
    std::vector<std::uint32_t> known; ///< Those of them that the history knows, ascending.
    std::vector<std::string> unknown; ///< The others.
    std::vector<std::string> heads;   ///< Of the history, sorted.
    bool at_head;                     ///< Whether everything is applied.
};

/// Finds `rows` in a history. Pure.
[[nodiscard]] whereabouts locate(const graph&, std::vector<std::string> rows);

/// `122b81ebc3d7 (head)`, or `base`.
[[nodiscard]] std::string describe(const whereabouts&);

} // namespace headway::compiler
