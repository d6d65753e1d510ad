#pragma once

#include "diagnostics/rule.hpp"
#include "diff/migration.hpp"
#include "schema/written.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// Something wrong with a schema or with going from one to the other, and what to do about it.
struct refusal {
    std::string object;  ///< As `table t`; empty if it is none in particular.
    std::string message; ///< In full, with the remedy.
    bool in_before = false;
    std::size_t offset = nowhere; ///< In the text of AFTER (or BEFORE), if it has a place.
    rule broken = rule::conversion;
};

/// A table, or a column of one, that had another name.
struct renaming {
    std::string table;  ///< Its name now.
    std::string column; ///< Its name now; empty for the table itself.
    std::string from;   ///< Its name before.
};

/// An expression over a row as it was, which gives a column its value in the rows that exist.
struct backfill {
    std::string table;
    std::string column;
    std::string expression;
};

struct hints {
    std::vector<renaming> renamings;
    std::vector<backfill> backfills;
};

/// The hints of a schema's text: `-- @renamed from=NAME` and `-- @backfill EXPRESSION`, on the line of a
/// table or column, or on lines of their own above it. What is misspelled or misplaced is refused.
[[nodiscard]] hints read_hints(const written&, std::vector<refusal>& refusals);

} // namespace headway::compiler
