#pragma once

#include "prove/finding.hpp"
#include "prove/remade_tables.hpp"
#include "prove/row_origins.hpp"
#include "prove/table_content.hpp"
#include "read/source.hpp"
#include "schema/schema.hpp"

namespace headway::compiler {

/// A table that a section makes anew, and what it held before the section and holds behind it.
struct remade_content {
    const remade_table& of;
    const watched_statement& filled; ///< By this statement; the one that dropped the old table if none did.
    const table_content& before;
    const table_content& now;
};

/// Reports values that have left their column for another one that was there before.
void find_moved_values(const section&, const remade_content&, findings& found);
/// Reports columns of both tables that the copy leaves out, so that each row has the same in them now.
void find_emptied_columns(const section&, const remade_content&, findings& found);
/// Reports a table whose rows have other ids behind the section; `all` is the schema behind it.
void find_renumbered(const section&, const remade_content&, const schema& all, findings& found);

} // namespace headway::compiler
