#pragma once

#include "prove/finding.hpp"
#include "prove/replay.hpp"
#include "prove/statement_log.hpp"
#include "read/source.hpp"
#include "schema/schema.hpp"

#include <vector>

namespace headway::compiler {

/// What SQLite asks about the names in views, triggers and expressions of DEFAULT that a statement makes,
/// which it looks at only when they are used. `reached` is the schema behind the section.
[[nodiscard]] std::vector<watched_action> late_actions(const section&, const watched_statement&,
                                                       const schema& reached, replay&);

/// Reports what SQLite takes as it is behind DEFAULT, and fails on when a row needs it: expressions that
/// cannot be computed, and values that a STRICT table gives to the rows it has, though it takes them from
/// nobody.
void find_broken_defaults(const section&, const statement_log&, const schema& reached, SQLite::Database&,
                          findings& found);

} // namespace headway::compiler
