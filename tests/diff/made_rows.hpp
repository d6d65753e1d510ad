#pragma once

#include "diff/chance.hpp"

#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace headway::tests {

/// SQL literals that a column may hold, whatever its type.
[[nodiscard]] std::string made_value(chance&);

/// Puts rows into the tables of a database: values of every type where the constraints let them in, keys of
/// other tables where a foreign key asks for one, rowids with gaps, counters that are ahead of the rows.
/// Triggers do not run.
void make_rows(SQLite::Database&, chance&);

/// Lets text searches over other tables read those again.
void refill_searches(SQLite::Database&);

/// Keeps triggers still while it lives.
class quiet_triggers {
public:
    explicit quiet_triggers(SQLite::Database&);
    ~quiet_triggers();
    quiet_triggers(const quiet_triggers&) = delete;
    quiet_triggers& operator=(const quiet_triggers&) = delete;

private:
    SQLite::Database& database_;
};

} // namespace headway::tests
