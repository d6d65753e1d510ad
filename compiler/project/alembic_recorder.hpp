#pragma once

#include <string_view>

namespace headway::compiler {

/// A program of Python that prints a line of JSON for each revision of the directory which it is given. It
/// reads the graph from the syntax of the files, and runs their functions on a database in memory, where
/// sqlite3 tells of each statement with its values filled in.
extern const std::string_view alembic_recorder;

} // namespace headway::compiler
