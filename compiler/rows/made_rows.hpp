#pragma once

#include "schema/schema.hpp"

#include <span>

namespace headway::compiler {

/// Makes up rows for a table, as its constraints and triggers want them: twins, equal but for what must
/// differ, with values for all columns and with defaults, and one with no more than it needs; and where
/// rows have to differ, some that do so in the case of letters alone, or in a blank. Tables that they refer
/// to get rows first, if they have none. Where it can be had, no two columns hold the same in all rows, and
/// rowids are not in sequence from 1. Tables that are referred to refer to others themselves if they are
/// among those that are read, or have to. True if there is a row of the table.
bool make_rows(SQLite::Database&, const schema&, const schema_object& table,
               std::span<const schema_object* const> read = {});

} // namespace headway::compiler
