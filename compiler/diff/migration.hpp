#pragma once

#include "sql/statement.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace headway::compiler {

/// What a statement may cost. Codes: `rows-lost`, `values-lost`, `values-changed`, `table-rewritten`,
/// `constraint`, `unproven`.
struct hazard {
    std::string code;
    std::string object; ///< As `table t` or `column t.a`.
    std::string message;
    bool in_before = false;
    std::size_t offset = nowhere; ///< In the text of AFTER (or BEFORE), if it has a place.
    std::size_t statement = 0;    ///< Of its change: the one that has this cost.
};

/// One paragraph of a migration: statements that belong together, each with its semicolon.
struct change {
    std::string title; ///< A comment for the reader; may be empty.
    std::vector<std::string> statements;
    std::vector<hazard> hazards;
};

} // namespace headway::compiler
