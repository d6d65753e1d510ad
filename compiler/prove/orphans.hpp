#pragma once

#include "prove/replay.hpp"
#include "prove/statement_log.hpp"
#include "read/source.hpp"
#include "schema/schema.hpp"
#include "schema/spelling.hpp"

#include <map>
#include <optional>
#include <string>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// Tables with rows that refer to rows which are not there, and a table that is referred to.
using orphans_by_table = std::map<std::string, std::string, name_order>;
/// Looks at the tables that have foreign keys.
[[nodiscard]] orphans_by_table find_orphans(SQLite::Database&, const schema&);

/// The statement of a section behind which more rows lack their row of `parent`, or of any table if that is
/// empty, than before the section, for good. Runs the section, which has to succeed; nothing if there is no
/// telling.
[[nodiscard]] std::optional<watched_statement> statement_that_parts(const section&, replay&,
                                                                    const std::string& parent);

} // namespace headway::compiler
