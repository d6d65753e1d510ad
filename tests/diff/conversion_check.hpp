#pragma once

#include "diff/chance.hpp"
#include "diff/made_rows.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace headway::tests {

/// What a script is to do to a database, as the writer of the schemas knows it.
struct expectation {
    std::string schema; ///< SQL that creates the schema to be reached.
    /// Folded names after to folded names before, of tables and of `table.column`.
    std::map<std::string, std::string> renamed;
    /// Folded `table.column` whose values the script makes up, so that only it knows them.
    std::set<std::string> made_up;
};

/// What was found out about a script.
struct finding {
    std::vector<std::string> faults; ///< Sentences; none if it did what it is to.
    std::size_t rows = 0;            ///< That both schemas can hold, and that were followed.
    std::size_t unfit = 0;           ///< That the schema to be reached cannot hold.
    bool refused_unfit = false;      ///< The script failed with those, and everything was as before.
    std::string refusal;             ///< What SQLite said then.
};

/// Runs `script` on a database, foreign keys off, as Headway would: first with all its rows in a transaction
/// that is rolled back, then with those that the new schema can hold. The latter have to be there afterwards,
/// with their values and rowids, in the schema that was asked for. What they are to be is found by inserting
/// them into a new database.
[[nodiscard]] finding check_conversion(SQLite::Database&, const std::string& script, const expectation&,
                                       chance&);

} // namespace headway::tests
