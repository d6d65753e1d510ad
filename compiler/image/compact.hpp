#pragma once

#include "emit/table.hpp"

#include <string>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// The bytes of a database as they are. Throws std::bad_alloc.
[[nodiscard]] std::string serialize(SQLite::Database&);
/// The same as a table holds them.
[[nodiscard]] built_image packed(const std::string& bytes);

/// The bytes of a database without Headway's own tables and without pages that are free: the same for all
/// that hold the same. Throws SQLite::Exception.
[[nodiscard]] std::string compact(SQLite::Database& from);

} // namespace headway::compiler
