#pragma once

#include "rows/value.hpp"

#include <SQLiteCpp/Statement.h>

#include <optional>
#include <string>
#include <vector>

namespace headway::compiler {

/// Puts rows into a table, one after the other, whatever its conflict clauses say about rows that clash.
class row_insertion {
public:
    /// `columns` as SQL spells them, in the order in which values are given; none for a row of defaults. A
    /// table that takes no row, since a default names what does not exist, refuses each.
    row_insertion(SQLite::Database&, const std::string& table, const std::vector<std::string>& columns);

    /// What SQLite says is wrong with the row; nothing if it is there now.
    [[nodiscard]] std::string run(const std::vector<const value*>&);

private:
    std::optional<SQLite::Statement> statement_;
    std::string refusal_; ///< of every row
};

} // namespace headway::compiler
