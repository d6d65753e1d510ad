#pragma once

#include "schema/schema.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace headway::compiler {

/// The values of one column, row by row, as rows/value.hpp spells them.
using column_content = std::vector<std::string>;

/// What a table holds: of many rows those with the greatest keys.
struct table_content {
    std::vector<std::string> key;                  ///< Folded names of the columns that tell rows apart.
    column_content keys;                           ///< Of each row, in their order.
    std::map<std::string, column_content> columns; ///< By folded name; those that are stored.

    [[nodiscard]] const column_content* find(const std::string& folded) const {
        const auto found = columns.find(folded);
        return found == columns.end() ? nullptr : &found->second;
    }
};

[[nodiscard]] table_content read_content(SQLite::Database&, const schema_object& table);

/// Which rows of one content are which of the other, as places: those with the same key, or if all keys are
/// other ones and as many, those at the same place.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> pair_rows(const table_content& before,
                                                                         const table_content& now);

} // namespace headway::compiler
