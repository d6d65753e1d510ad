#pragma once

#include <string>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// What SQLite says of a foreign key of a table, or of any table if the name is empty, whose columns in the
/// parent are neither its primary key nor UNIQUE: `foreign key mismatch - …`. Empty if there is none.
[[nodiscard]] std::string foreign_key_mismatch(SQLite::Database&, const std::string& table);

} // namespace headway::compiler
