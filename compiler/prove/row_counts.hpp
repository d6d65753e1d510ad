#pragma once

#include "prove/finding.hpp"
#include "prove/row_origins.hpp"
#include "prove/statement_log.hpp"
#include "read/source.hpp"
#include "schema/schema.hpp"
#include "schema/spelling.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// The rows of each table.
using row_counts = std::map<std::string, std::int64_t, name_order>;
[[nodiscard]] row_counts count_rows(SQLite::Database&, const schema&);

/// Reports tables that were there before a section and have fewer rows behind it, though no statement of it
/// deletes rows of theirs.
void find_lost_rows(const section&, const statement_log&, const row_counts& before, const row_counts& after,
                    findings& found);
/// The same over rows that are made up, where only rebuilt tables say something: those that are filled from
/// what they were before, and from nothing else. `valid` says when the rows were.
void find_lost_made_up_rows(const section&, const row_origins&, const row_counts& before,
                            const row_counts& after, std::string_view valid, findings& found);

} // namespace headway::compiler
