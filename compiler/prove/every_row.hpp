#pragma once

#include "prove/statement_log.hpp"
#include "schema/schema.hpp"

#include <string_view>

namespace headway::compiler {

/// Whether a statement that failed over rows fails over whichever: the columns that SQLite complains of get
/// the same value in each row, or a trigger refuses each. `sql` is the statement alone, `now` the schema in
/// which it failed.
[[nodiscard]] bool fails_on_every_row(std::string_view sql, const watched_statement&,
                                      std::string_view message, const schema& now);

} // namespace headway::compiler
