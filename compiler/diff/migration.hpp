#pragma once

#include <string>
#include <vector>

namespace headway {

/// What a statement may cost. Codes: `rows-lost`, `values-lost`, `values-changed`, `table-rewritten`,
/// `constraint`, `unproven`.
struct hazard {
    std::string code;
    std::string object; ///< As `table t` or `column t.a`.
    std::string message;
};

/// One paragraph of a migration: statements that belong together, each with its semicolon.
struct change {
    std::string title; ///< A comment for the reader; may be empty.
    std::vector<std::string> statements;
    std::vector<hazard> hazards;
};

} // namespace headway
