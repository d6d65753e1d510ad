#pragma once

#include "schema/schema.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// A table before and after a migration, and which of its columns are which.
struct table_pair {
    const schema_object& from;
    const schema_object& to;
    /// The folded name in `from` of a column of `to`, empty for a new one.
    std::function<std::string(const std::string& column)> origin;
    std::set<std::string> filled; ///< Folded names of columns of `to` that the migration gives values.
};

/// Puts rows that both tables can hold into both: into `from` as they are, and into `to` as they ought to be
/// after the migration, with the values that `from` makes of them. Triggers do not run. Returns how many rows
/// were found; none for tables whose constraints are too hard to guess at.
int seed(SQLite::Database& from, SQLite::Database& to, const table_pair&);

/// What `actual` has in the table otherwise than `expected`, as a sentence; nothing if the rows are the same.
/// Rowids count if both tables have them, columns that were filled do not.
[[nodiscard]] std::optional<std::string> compare_rows(SQLite::Database& expected, SQLite::Database& actual,
                                                      const table_pair&);

} // namespace headway::compiler
