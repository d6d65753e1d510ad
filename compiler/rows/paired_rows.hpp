#pragma once

#include "rows/table_pair.hpp"

namespace headway::compiler {

/// Puts rows that both tables can hold into both: into `from` as they are, and into `to` as they ought to be
/// after the migration, with the values that `from` makes of them. Triggers do not run. Returns how many rows
/// were found; none for tables whose constraints are too hard to guess at.
int make_paired_rows(SQLite::Database& from, SQLite::Database& to, const table_pair&);

} // namespace headway::compiler
