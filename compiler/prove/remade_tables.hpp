#pragma once

#include "prove/declared.hpp"
#include "prove/lint.hpp"
#include "prove/row_origins.hpp"
#include "prove/statement_log.hpp"
#include "read/source.hpp"
#include "schema/schema.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// A table that a section drops or renames out of the way, and the one that takes its place: of the same
/// name, or filled from it alone.
struct remade_table {
    const schema_object& before;
    const schema_object& after;
    const watched_statement& dropped; ///< What it had went with this statement.
    const watched_statement* filled;  ///< The last that filled it from others, or null.
};

/// Whether a statement drops a table or gives it another name.
[[nodiscard]] bool takes_table_away(const section&, const watched_statement&);

/// The tables that a section makes anew, in the order of the schema behind it.
[[nodiscard]] std::vector<remade_table> find_remade_tables(const section&, const statement_log&,
                                                           const schema& before, const schema& after,
                                                           const row_origins&);

/// Whether a table that a section drops may be one of them.
[[nodiscard]] bool may_be_remade(std::string_view dropped, const schema& before, const schema& after);

/// Indexes and triggers that go with a table or view that is made anew, and that no statement drops by name.
void find_lost_objects(const proven_step&, const std::vector<remade_table>&, findings& found);
/// What a table held its rows to before it was made anew and does not any more.
void find_lost_constraints(const proven_step&, const std::vector<remade_table>&, const declared_names&,
                           findings& found);
/// Whether a table of the schema `all` holds its rows to all that the table of the statements `before` did,
/// with its indexes, as far as it has the columns.
[[nodiscard]] bool has_constraints_of(const std::string& before, const schema_object& now, const schema& all,
                                      const declared_names&);

} // namespace headway::compiler
