#pragma once

#include "prove/declared.hpp"
#include "prove/finding.hpp"
#include "prove/replay.hpp"
#include "prove/restored_constraints.hpp"
#include "prove/statement_log.hpp"
#include "read/source.hpp"
#include "schema/schema.hpp"

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// A revision whose up section has run, as the rules below look at it.
struct proven_step {
    const source& of;
    const schema& before;
    const schema& after;
    const statement_log& up;
    const restored_constraints* restored = nullptr; ///< Null if there is nothing of the kind.
};

/// Tables and columns that are dropped with what they hold, unless the up section carries that elsewhere.
void find_dropped_data(const proven_step&, findings& found);
/// Rebuilt tables whose rows others refer to by ON DELETE CASCADE and the like.
void find_cascades(const proven_step&, findings& found);
/// Foreign keys that refer to a table that the up section drops, or to columns that cannot be referred to.
void find_broken_references(const proven_step&, SQLite::Database&, findings& found);
/// Foreign keys whose rows may find their parents no more, since the parent's column has another collation.
void find_parting_parents(const proven_step&, findings& found);
/// Indexes, triggers and constraints of a table that is made anew, or triggers of such a view, that are not
/// made again and that no statement drops by name.
void find_what_remaking_loses(const proven_step&, SQLite::Database&, const declared_names&, findings& found);
/// Indexes that are made though there is one with the same columns.
void find_duplicate_indexes(const proven_step&, findings& found);
/// Data that is different each time.
void find_nondeterminism(const proven_step&, findings& found);
/// Triggers of the schema as it was `before` that statements of the section fire.
void find_fired_triggers(const section&, const statement_log&, const schema& before, findings& found);
/// Temporary objects that the section makes and leaves behind.
void find_temporary(const section&, const statement_log&, SQLite::Database&, findings& found);
/// SQL that an SQLite of version `minimum` does not know, in the form 3038000. `reached` is the schema behind
/// the section.
void find_newer_sql(const section&, const statement_log&, const schema& reached, replay&, int minimum,
                    findings& found);

/// A string in double quotes in a statement of `of` that is prepared and has not run yet.
void find_quoted_string(const section& of, const watched_statement&, SQLite::Database&, findings& found);
/// The first such string of each trigger that the section makes and leaves in the schema that it has
/// `reached`: SQLite resolves what a trigger does when it fires.
void find_quoted_strings_of_triggers(const section& of, const statement_log&, const schema& reached, replay&,
                                     findings& found);

} // namespace headway::compiler
