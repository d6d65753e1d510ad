#include "diagnostics/rule.hpp"

#include "diagnostics/nearest.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace headway::compiler {
namespace {

constexpr auto error = severity::error;
constexpr auto warning = severity::warning;

constexpr std::array table{
    rule_description{rule::unreadable, "unreadable", error, "A file cannot be read.",
                     "Make it a regular file that the build may read, or remove it."},
    rule_description{
        rule::file_name, "file-name", error, "A file is not named after its revision.",
        "Rename it to `{revision}_{slug}.sql`, the slug in lower case letters, digits and underscores."},
    rule_description{rule::symlink, "symlink", error, "A symbolic link leads out of the directory.",
                     "Replace the link by a copy of the file."},
    rule_description{rule::file_size, "file-size", error, "A file is larger than 64 MiB.",
                     "Split it into several revisions, or load the data by the application."},
    rule_description{rule::nul_byte, "nul-byte", error,
                     "A file holds a NUL byte, where SQLite would stop reading.",
                     "Save it as UTF-8 text; write binary values as `x'00'`."},
    rule_description{rule::utf8, "utf8", error, "A file is not UTF-8.", "Save it as UTF-8."},
    rule_description{rule::merge_conflict, "merge-conflict", error,
                     "A file holds a conflict that git could not merge.",
                     "Keep what is right of both sides, and delete git's lines."},
    rule_description{rule::no_migrations, "no-migrations", warning, "The directory holds no migrations.",
                     "Check the directory's name, or write the first migration."},

    rule_description{rule::layout, "layout", error,
                     "A directory is not as the tool whose migrations it holds has it.",
                     "Correct what the message names, or say by `LAYOUT` whose migrations they are."},
    rule_description{rule::layout_found, "layout-found", severity::note,
                     "The directory holds another tool's migrations, as far as it shows.",
                     "Say so by `LAYOUT`, or `layout` in `headway.toml`."},
    rule_description{rule::layout_ignored, "layout-ignored", warning, "Another tool passes over a file.",
                     "Correct its name, or remove it."},
    rule_description{rule::layout_order, "layout-order", warning,
                     "The names of another tool's files have another order than their numbers.",
                     "Nothing, if the order is meant; databases that exist have it."},
    rule_description{rule::layout_escape, "layout-escape", severity::note,
                     "Files of another tool say how they are run, which Headway does by itself.", "Nothing."},

    rule_description{rule::header, "header", error,
                     "Something other than a comment stands before the first section.",
                     "Make it a `--` comment, or move it behind `-- migrate:up`."},
    rule_description{rule::header_key, "header-key", error,
                     "The header has a key that Headway does not know.",
                     "Correct the key; prose belongs into the first paragraph."},
    rule_description{rule::header_duplicate, "header-duplicate", error, "The header has a key twice.",
                     "Keep one of the lines; several values are separated by commas."},
    rule_description{rule::header_missing, "header-missing", error,
                     "The header lacks `Revision ID:` or `Revises:`.",
                     "Add the line; `-- Revises:` without a value makes a root."},
    rule_description{rule::revision_id, "revision-id", error, "A revision id is not one.",
                     "Use 1 to 64 of `A-Z a-z 0-9 _ .`; `head`, `heads`, `base` and `current` are reserved."},
    rule_description{rule::branch_label, "branch-label", error, "A branch label is not one.",
                     "Use 1 to 64 of `A-Z a-z 0-9 _ .`; `head`, `heads`, `base` and `current` are reserved."},
    rule_description{rule::create_date, "create-date", error, "The create date is no ISO 8601 date.",
                     "Write it as `2025-06-02` or `2025-06-02 09:30:00+00:00`."},
    rule_description{rule::description, "description", warning, "The header does not describe the migration.",
                     "Begin the file with a comment that says what the migration does."},

    rule_description{rule::directive, "directive", error, "A directive is misspelled, misplaced or unknown.",
                     "Write `-- migrate:up` and `-- migrate:down`, each on a line of its own."},
    rule_description{rule::section_option, "section-option", error,
                     "A section marker has an option that it cannot have.",
                     "The options are `transaction:false`, `engine:sqlite`, `engine:postgresql`, and "
                     "`irreversible` on `migrate:down`."},
    rule_description{rule::section_missing, "section-missing", error, "The file lacks a section.",
                     "Add it; what cannot be undone is declared by `-- migrate:down irreversible`."},
    rule_description{rule::section_duplicate, "section-duplicate", error, "The file has a section twice.",
                     "Join the two sections, or make a second revision."},
    rule_description{rule::section_order, "section-order", error,
                     "The down section stands before the up section.", "Move the up section to the front."},
    rule_description{rule::irreversible_body, "irreversible-body", error,
                     "A down section that is declared irreversible holds SQL.",
                     "Remove either the SQL or the word `irreversible`."},
    rule_description{rule::empty_down, "empty-down", error,
                     "The up section does something, and the down section nothing.",
                     "Write the SQL that undoes it, or declare `-- migrate:down irreversible`."},
    rule_description{
        rule::one_statement, "one-statement", error,
        "A section with `transaction:false` does not hold exactly one statement.",
        "Give each such statement a revision of its own, so that a failure leaves nothing half done."},
    rule_description{rule::unterminated, "unterminated", error,
                     "A string, quoted name or comment never ends.",
                     "Close it; a quote inside quotes is doubled."},

    rule_description{
        rule::code, "code", error, "A migration in C++ lacks what makes it one.",
        "Define `upgrade`, and `downgrade` or `HEADWAY_IRREVERSIBLE`, within `HEADWAY_MIGRATION(id) { }`."},
    rule_description{rule::twin, "twin", error, "A `.schema.sql` file does not fit its migration in C++.",
                     "Let it say in SQL, up and down, what the functions do to the schema."},

    rule_description{rule::duplicate_id, "duplicate-id", error, "Two files have one revision id.",
                     "Give one of them a new id, in its name and in its header."},
    rule_description{rule::unknown_parent, "unknown-parent", error,
                     "A revision names a parent that no file has.",
                     "Correct the id, or add the missing file."},
    rule_description{rule::self_loop, "self-loop", error, "A revision is its own parent.",
                     "Name the revision that comes before it."},
    rule_description{rule::cycle, "cycle", error, "Revisions descend from each other in a circle.",
                     "Correct `Revises:` or `Depends on:` of one of them."},
    rule_description{rule::duplicate_label, "duplicate-label", error, "Two revisions have one branch label.",
                     "Keep it on one of them."},
    rule_description{rule::redundant_parent, "redundant-parent", warning,
                     "A parent is already implied by another one.", "Remove it; it changes nothing."},
    rule_description{rule::multiple_heads, "multiple-heads", error, "The history has more than one head.",
                     "Join them by `headway merge`, or permit them by `MULTIPLE_HEADS`."},
    rule_description{rule::multiple_bases, "multiple-bases", error, "The history has more than one base.",
                     "Let all but one revise another revision, or permit them by `MULTIPLE_BASES`."},
    rule_description{rule::compatible_with, "compatible-with", error,
                     "`Compatible with:` names no revision that is before this one.",
                     "Name the oldest revision whose applications can still work on the database."},

    rule_description{rule::lock_syntax, "lock-syntax", error, "A line of `headway.lock` cannot be read.",
                     "Run `headway lock` after resolving the conflict in the migrations."},
    rule_description{rule::lock_missing, "lock-missing", severity::note,
                     "The directory has no `headway.lock`.", "Run `headway lock`, and commit the file."},
    rule_description{rule::lock_edited, "lock-edited", error, "A revision was edited after it was locked.",
                     "Undo the edit and write a new revision; if it was never released, run `headway lock`."},
    rule_description{rule::lock_unlisted, "lock-unlisted", error, "A revision is not in `headway.lock`.",
                     "Run `headway lock`, and commit the file."},
    rule_description{rule::lock_vanished, "lock-vanished", error, "A revision of `headway.lock` has no file.",
                     "Restore the file; if the revision was never released, run `headway lock`."},

    rule_description{rule::sql_error, "sql-error", error, "SQLite refuses a statement.",
                     "Correct the statement at the place that is marked."},
    rule_description{rule::transaction_control, "transaction-control", error,
                     "A statement begins or ends a transaction.",
                     "Remove it: Headway runs migrations in a transaction of its own."},
    rule_description{rule::pragma, "pragma", error, "A PRAGMA changes the connection or the file.",
                     "Set it where the program opens the database."},
    rule_description{rule::attach, "attach", error, "A migration attaches or detaches a database.",
                     "Remove the statement: a migration works on one database."},
    rule_description{rule::vacuum, "vacuum", error, "VACUUM in a section that runs in a transaction.",
                     "Give it a revision of its own, and mark the section `transaction:false`."},
    rule_description{rule::headway_table, "headway-table", error,
                     "A migration writes the version table or the log.",
                     "Remove the statement: Headway keeps them itself."},
    rule_description{rule::load_extension, "load-extension", error, "A migration loads an extension.",
                     "Load it where the program opens the database."},
    rule_description{rule::copy_stdin, "copy-stdin", error,
                     "A migration copies rows from the program, or to it, which has none.", "Write INSERT."},
    rule_description{rule::psql_command, "psql-command", error,
                     "A line is a command of the program psql, which the server does not know.",
                     "Remove it, or write what it does as SQL."},
    rule_description{
        rule::undeclared, "undeclared", error,
        "A migration uses a function, collation, tokenizer or module that SQLite lacks.",
        "Declare it by `FUNCTIONS`, `COLLATIONS`, `TOKENIZERS` or `EXTENSIONS` of `add_migrations()`."},
    rule_description{rule::endless, "endless", error, "A statement runs longer than the proof waits.",
                     "Give its recursion an end, or raise `STATEMENT_LIMIT`."},
    rule_description{rule::round_trip, "round-trip", error,
                     "The down section does not restore the schema that the up section found.",
                     "Undo in the down section, object by object, what the up section does."},
    rule_description{rule::confluence, "confluence", error,
                     "Branches give different schemas when they are applied in different orders.",
                     "Let one branch depend on the other by `Depends on:`, or take the conflict out of one."},
    rule_description{rule::fixture, "fixture", error,
                     "A file of `FIXTURES` belongs to no revision, or cannot be inserted.",
                     "Name it after the revision whose schema it fits: `{revision}.sql`."},

    rule_description{rule::baseline, "baseline", error, "`BASELINE` names no revision of the history.",
                     "Name the last revision that is released as it is."},
    rule_description{rule::released, "released", severity::note,
                     "Something was found in revisions up to the baseline, which stay as they are.",
                     "Nothing; `headway verify --baseline` lists it."},

    rule_description{rule::schema_statement, "schema-statement", error,
                     "The schema file holds something other than CREATE statements.",
                     "Remove it: rows belong into migrations, and changes into the CREATE statement itself."},
    rule_description{
        rule::hint, "hint", error, "A hint of a schema cannot be followed.",
        "Write `-- @renamed from=old_name` or `-- @backfill expression` on the line of a table or "
        "column, and remove it where it no longer holds."},
    rule_description{rule::backfill, "backfill", error,
                     "A column is NOT NULL, and nothing says what it is in the rows that exist.",
                     "Give it a DEFAULT, or write `-- @backfill expression` on its line."},
    rule_description{rule::conversion, "conversion", error,
                     "No SQL was found that leads from one schema to the other and keeps the rows.",
                     "Write this revision by hand, or take the change in two steps."},
    rule_description{rule::hazard, "hazard", error,
                     "A migration may cost rows or values, rewrite a table or fail on rows that exist.",
                     "Change the schema so that it does not, or generate the migration without `--strict`."},

    rule_description{rule::column_order, "column-order", warning,
                     "The order in which branches are applied decides the order of columns.",
                     "Name columns in INSERT and SELECT; to settle the order, use `Depends on:`."},
    rule_description{rule::columns_moved, "columns-moved", error,
                     "The down section restores a table with its columns in another order.",
                     "Rebuild the table in the down section; where all SQL names its columns, allow it."},
    rule_description{rule::foreign_key, "foreign-key", error,
                     "A foreign key refers to what is not there, or to columns that are not unique.",
                     "Correct the REFERENCES clause, or the rows."},
    rule_description{rule::broken, "broken", error, "A view, trigger or virtual table cannot work.",
                     "Correct it, or drop it before what it needs goes."},
    rule_description{rule::drop_table, "drop-table", warning, "The up section drops a table with its rows.",
                     "Copy what is worth keeping first: the down section restores the schema, not the data."},
    rule_description{rule::drop_column, "drop-column", warning,
                     "The up section drops a column with its values.",
                     "Copy what is worth keeping first: the down section restores the schema, not the data."},
    rule_description{
        rule::cascade, "cascade", severity::note,
        "A rebuilt table would take the rows of its children along where foreign keys are on.",
        "Nothing under Headway, which turns them off; turn them off where the file is run by hand."},
    rule_description{rule::fails_on_rows, "fails-on-rows", error,
                     "A statement fails wherever a table has a row, whatever that holds.",
                     "Correct the value that every row gets; give a new column a constant default."},
    rule_description{rule::new_constraint, "new-constraint", warning,
                     "A statement fails on rows that were valid before.",
                     "Correct the rows first, in the same up section."},
    rule_description{rule::rows_lost, "rows-lost", error, "A rebuilt table has fewer rows than before.",
                     "Copy all rows, or delete them by a DELETE that says so."},
    rule_description{rule::objects_lost, "objects-lost", warning,
                     "A table or view is made anew without an index or trigger that it had.",
                     "Make it again behind the new one, or drop it by name before."},
    rule_description{rule::constraint_lost, "constraint-lost", severity::note,
                     "A table is made anew without a constraint that it had.",
                     "Nothing, if that is meant; otherwise repeat it in the new table."},
    rule_description{rule::values_moved, "values-moved", error,
                     "A table is made anew with values in other columns than before.",
                     "Name the columns of both tables in the copy, each where its own values come from."},
    rule_description{rule::renumbered, "renumbered", warning,
                     "Rows get other ids when their table is made anew.",
                     "Copy the column of the ids along, since other rows refer to it."},
    rule_description{rule::counter_lost, "counter-lost", warning,
                     "A table that is made anew forgets how far its AUTOINCREMENT has counted.",
                     "Carry its row of `sqlite_sequence` over before the old table is dropped."},
    rule_description{rule::stale_search, "stale-search", warning,
                     "A text search no longer fits the table that it searches.",
                     "Copy the rowids along, or make the search anew by its command `rebuild`."},
    rule_description{rule::quoted_string, "quoted-string", warning,
                     "A string stands in double quotes, which are for names.", "Write it in single quotes."},
    rule_description{rule::duplicate_index, "duplicate-index", warning,
                     "An index has the columns of another.", "Drop one of them: each costs time and space."},
    rule_description{rule::temporary, "temporary", error, "A section leaves a temporary object behind.",
                     "Drop it at the end of the section: later launches do not have it."},
    rule_description{rule::newer_sqlite, "newer-sqlite", error,
                     "A migration needs a newer SQLite than `MINIMUM_SQLITE`.",
                     "Write it otherwise, or raise `MINIMUM_SQLITE`."},
    rule_description{rule::nondeterministic, "nondeterministic", severity::note,
                     "A migration writes data that is different each time.",
                     "Nothing, if that is meant; the proof does not compare such data."},
    rule_description{
        rule::fires_trigger, "fires-trigger", severity::note,
        "A statement of a migration fires a trigger of the schema, which writes more.",
        "Nothing, if that is meant; else drop the trigger before it, and create it again after."},
    rule_description{rule::schema_differs, "schema-differs", error,
                     "The migrations do not yield the schema of the schema file.",
                     "Run `headway revision --autogenerate -m TEXT`, or correct the file."},
    rule_description{rule::renaming, "renaming", severity::note,
                     "What looks new in the schema file may have had another name.",
                     "Write `-- @renamed from=NAME` on its line if it had."},
    rule_description{rule::no_image, "no-image", severity::note,
                     "A new database is upgraded revision by revision, not made at once from an image.",
                     "Nothing, if that is meant; `NO_IMAGE` says so."},
    rule_description{
        rule::unproven, "unproven", severity::note,
        "The migrations are for a server, and there is none to run them on.",
        "Install PostgreSQL, or name its pg_config by `PG_CONFIG`; `unproven=error` insists on it."},
    rule_description{
        rule::rewrites_table, "rewrites-table", warning,
        "A statement writes a table anew that was there before, and nobody can use it meanwhile.",
        "Add a column of the new kind, fill it little by little, and let it take the old one's "
        "place."},
    rule_description{
        rule::scans_table, "scans-table", warning,
        "A statement reads all of a table that was there before, which nobody can write meanwhile.",
        "Write `NOT VALID` and validate in a revision behind it, or `CONCURRENTLY` in a section "
        "`transaction:false`."},
    rule_description{rule::locks_reads, "locks-reads", warning,
                     "A statement goes over rows while one before it keeps others from reading a table.",
                     "Give it a revision of its own, behind which the lock is gone."},
    rule_description{rule::locks_writes, "locks-writes", warning,
                     "A statement goes over rows while one before it keeps others from writing a table.",
                     "Give it a revision of its own, behind which the lock is gone."},
    rule_description{
        rule::renamed, "renamed", warning,
        "A table or column gets another name, by which the release that runs does not ask for it.",
        "Add a new one and keep both for a release, or put a view in the old one's place."},
    rule_description{
        rule::alone_not_repeatable, "alone-not-repeatable", warning,
        "A section `transaction:false` cannot run twice, as it has to where a program dies behind "
        "it.",
        "Write `IF EXISTS` or `IF NOT EXISTS`."},
    rule_description{
        rule::concurrently_if_not_exists, "concurrently-if-not-exists", warning,
        "`CREATE INDEX CONCURRENTLY IF NOT EXISTS` takes an index for made that never came to its "
        "end.",
        "Leave `IF NOT EXISTS` out: Headway knows an index that is there and is what is wanted."},
    rule_description{rule::session_setting, "session-setting", warning,
                     "A migration sets something of the session, which holds to the end of its section.",
                     "Write `SET LOCAL`, or set it where the program connects."},
};

consteval bool is_in_order() {
    for (std::size_t index = 0; index < table.size(); ++index) {
        if (static_cast<std::size_t>(table[index].id) != index) return false;
    }
    return true;
}
static_assert(is_in_order(), "describe() looks rules up by their value");
static_assert(table.back().id == rule::session_setting, "every rule has its row");

} // namespace

std::span<const rule_description> rules() noexcept {
    return table;
}

const rule_description& describe(rule id) noexcept {
    return table[static_cast<std::size_t>(id)];
}

const rule_description* find_rule(std::string_view code) noexcept {
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const auto& each) { return each.code == code; });
    return found == table.end() ? nullptr : &*found;
}

std::string_view nearest_rule(std::string_view code) {
    std::vector<std::string_view> codes;
    for (const rule_description& each : table)
        codes.push_back(each.code);
    return nearest(code, codes);
}

bool is_adjustable(rule id) noexcept {
    return describe(id).level != error || id >= rule::column_order;
}

bool is_excusable(rule id) noexcept {
    return is_adjustable(id) || id == rule::round_trip;
}

} // namespace headway::compiler
