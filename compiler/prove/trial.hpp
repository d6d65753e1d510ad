#pragma once

#include "schema/schema.hpp"

#include <string>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// An EXPLAIN of what uses a view or makes a trigger fire; empty if no statement can.
[[nodiscard]] std::string use_of(SQLite::Database&, const schema_object&);

/// What SQLite says when a view is read or a trigger fires; empty if nothing is wrong with it. Rows are not
/// touched, and the database is as before.
[[nodiscard]] std::string try_view(SQLite::Database&, const schema_object& view);
[[nodiscard]] std::string try_trigger(SQLite::Database&, const schema&, const schema_object& trigger);

/// What SQLite says when a row of a virtual table is read: its module may look for other tables by name.
[[nodiscard]] std::string try_virtual_table(SQLite::Database&, const schema_object& table);
/// Whether only SQLite's own files and tables decide whether such a table works, and not the machine.
[[nodiscard]] bool is_of_sqlite(const schema_object& virtual_table);

} // namespace headway::compiler
