#pragma once

#include "testing/schema_state.hpp"
#include "testing/step_run.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace headway::testing {

/// What a table holds; of one with many rows only how many there are.
struct table_content {
    std::int64_t count = 0;
    std::string key;                  ///< The columns that tell rows apart; empty if none does.
    std::vector<std::string> columns; ///< That are stored.
    /// By the values of the key, or by place, the values of the columns, each as SQL spells it.
    std::map<std::string, std::vector<std::string>> rows;

    bool operator==(const table_content& other) const {
        return count == other.count && columns == other.columns && rows == other.rows;
    }
};

/// Of the tables of a database by name.
using table_contents = std::map<std::string, table_content>;

/// The tables that a step writes, makes, changes or drops. Sorted.
[[nodiscard]] std::vector<std::string> tables_touched(const step_effect&, const schema_changes&);

/// Of all tables, or of those among some that are there.
[[nodiscard]] table_contents read_contents(sqlite3*, const schema_state&);
[[nodiscard]] table_contents read_contents(sqlite3*, const schema_state&,
                                           const std::vector<std::string>& tables);

/// Reads some tables again, or forgets them. Returns what there was of them.
table_contents read_again(sqlite3*, const schema_state& now, const std::vector<std::string>& tables,
                          table_contents& into);

/// What a step has done to rows and does not say.
struct row_loss {
    std::string message;
    const char* rule;
};
/// Tables that have fewer rows, or their values under other names or keys, though nothing is deleted or
/// updated in them.
[[nodiscard]] std::vector<row_loss> find_losses(const table_contents& had, const table_contents& has,
                                                const step_effect&);

} // namespace headway::testing
