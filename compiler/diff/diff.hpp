#pragma once

#include "diff/hint.hpp"
#include "diff/migration.hpp"
#include "diff/script.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

struct diff_options {
    /// Tables that neither schema is asked about, such as the version table.
    std::vector<std::string> left_out;
    /// Prepares every private database: declares functions, collations, modules.
    preparation prepare;
    /// The rows of a table in the database that will be migrated, for the hazards; empty if there is none at
    /// hand.
    std::function<std::optional<std::int64_t>(const std::string& table)> row_count;
    /// Renamings that somebody confirmed, besides those that hints in AFTER ask for.
    std::vector<renaming> renamings;
};

/// A migration between two schemas, proven in private databases before it is handed out.
struct migration {
    std::string up;   ///< SQL with comments; empty if there is nothing to do or something is refused.
    std::string down; ///< Empty also if `irreversible` says why there is none.
    std::string irreversible;
    std::vector<hazard> hazards;      ///< Of `up`.
    std::vector<hazard> down_hazards; ///< Of `down`.
    std::vector<refusal> refusals;    ///< If there is one, there is no SQL.
    /// What is new and may have had another name, by which nothing says that it came.
    std::vector<renaming> possible_renamings;
};

/// The statements that take `before` to `after`, both given as SQL that creates them, and those that take it
/// back. Empty `up` and no refusals: the two are the same. Pure but for the databases in memory.
[[nodiscard]] migration diff(std::string_view before, std::string_view after, const diff_options& = {});

/// A table or column that is gone and one that came instead with the same definition: perhaps it was renamed.
/// Questions to ask on a terminal; what is confirmed goes to `diff_options::renamings`.
[[nodiscard]] std::vector<renaming> possible_renamings(std::string_view before, std::string_view after,
                                                       const diff_options& = {});

} // namespace headway::compiler
