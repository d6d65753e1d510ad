#pragma once

#include "schema/schema.hpp"

#include <map>
#include <string>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// The tables with rows that refer to rows which are not there, by folded name, and a table that is referred
/// to. Looks at the tables that have foreign keys.
[[nodiscard]] std::map<std::string, std::string> find_orphans(SQLite::Database&, const schema&);

} // namespace headway::compiler
