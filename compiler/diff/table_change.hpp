#pragma once

#include "diff/migration.hpp"
#include "diff/side.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace headway::compiler {

/// A table that is to become another, its renamings done.
struct table_task {
    const schema_object& from;
    const schema_object& to;
    /// Indexes that both have: they stay, or are made again if the table is rebuilt.
    std::vector<const schema_object*> kept_indexes;
    std::vector<const schema_object*> indexes_before; ///< Those of `from`.
    /// Expressions for columns of `to`, by folded name.
    std::map<std::string, std::string> backfills;
    /// Whether this takes back another change, so that there is nobody to ask for lost values.
    bool restoring = false;
    /// A name that nothing has.
    std::string unused_name;
};

/// How it becomes the other.
struct table_change {
    bool rebuilt = false;
    bool updated = false; ///< An UPDATE runs over its rows, which triggers would see.
    change text;
    std::vector<std::string> about;       ///< Of each statement: the column that it adds, fills or drops.
    std::optional<std::size_t> rewriting; ///< The first statement that writes all rows anew.
    std::set<std::string> filled;         ///< Folded names of columns that are given values.
    std::map<std::string, std::string> values; ///< The expressions that give them, by the same names.
    std::set<std::string> nulls_replaced; ///< Folded names of columns where a value takes the place of NULL.
    std::vector<refusal> refusals;
};

/// By ALTER alone if that does it, as a private copy with rows shows, otherwise by copying the rows to a new
/// table.
[[nodiscard]] table_change change_table(const table_task&, const side& to);

} // namespace headway::compiler
