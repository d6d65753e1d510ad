#pragma once

struct sqlite3;

namespace headway::detail {

/// Makes a function that returns its first argument, in the place of one that only the application has. What
/// the real one makes of a value is unknown; something like the value is likely to satisfy the constraints
/// around it. An arity of -1 is any number of arguments. Returns SQLite's result code.
int stand_in_for_function(sqlite3*, const char* name, int arity) noexcept;
/// The same for an aggregate or window function, whose result is NULL.
int stand_in_for_aggregate(sqlite3*, const char* name, int arity) noexcept;
/// Makes a collation that compares bytes.
int stand_in_for_collation(sqlite3*, const char* name) noexcept;

} // namespace headway::detail
