#pragma once

#include "schema/schema.hpp"

#include <set>
#include <string>
#include <string_view>

namespace headway::compiler {

/// The columns in which rows have to differ, folded.
[[nodiscard]] std::set<std::string> unique_columns(const schema&, const schema_object& table);

/// Makes rows that differ from one that is there in the case of letters alone, or in a blank, where rows have
/// to differ: a migration may make them alike.
void make_rows_almost_alike(SQLite::Database&, const schema&, const schema_object& table);

/// Makes rows with the values with which a script, or a CHECK, compares columns of the table, and with such
/// as are a little smaller and greater: a condition may hold for some rows alone. True if it does compare
/// any.
bool make_rows_compared_with(SQLite::Database&, const schema&, const schema_object& table,
                             std::string_view script);

/// Makes rows that refer to the rows of another table to which none refers.
void make_rows_that_refer_to(SQLite::Database&, const schema&, const schema_object& table,
                             const schema_object& parent);

} // namespace headway::compiler
