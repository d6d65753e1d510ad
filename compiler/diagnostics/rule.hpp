#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace headway::compiler {

enum class severity : std::uint8_t { note, warning, error };

/// Every rule that a migration directory can break, in the order of the table in rule.cpp.
enum class rule : std::uint8_t {
    // The directory and its files
    unreadable,
    file_name,
    symlink,
    file_size,
    nul_byte,
    utf8,
    merge_conflict,
    no_migrations,
    // The directory of another tool
    layout,
    layout_found,
    layout_ignored,
    layout_order,
    layout_escape,
    // The header
    header,
    header_key,
    header_duplicate,
    header_missing,
    revision_id,
    branch_label,
    create_date,
    description,
    // The sections
    directive,
    section_option,
    section_missing,
    section_duplicate,
    section_order,
    irreversible_body,
    empty_down,
    one_statement,
    unterminated,
    // A migration in C++
    code,
    twin,
    // The graph
    duplicate_id,
    unknown_parent,
    self_loop,
    cycle,
    duplicate_label,
    redundant_parent,
    multiple_heads,
    multiple_bases,
    compatible_with,
    // The lock file
    lock_syntax,
    lock_missing,
    lock_edited,
    lock_unlisted,
    lock_vanished,
    // The proof
    sql_error,
    transaction_control,
    pragma,
    attach,
    vacuum,
    headway_table,
    load_extension,
    copy_stdin,
    psql_command,
    undeclared,
    endless,
    round_trip,
    confluence,
    fixture,
    // What is released
    baseline,
    released,
    // The schema file
    schema_statement,
    // From one schema to another
    hint,
    backfill,
    conversion,
    hazard,
    // The proof: what may be judged otherwise
    column_order,
    columns_moved,
    foreign_key,
    broken,
    drop_table,
    drop_column,
    cascade,
    fails_on_rows,
    new_constraint,
    rows_lost,
    objects_lost,
    constraint_lost,
    values_moved,
    renumbered,
    counter_lost,
    stale_search,
    quoted_string,
    duplicate_index,
    temporary,
    newer_sqlite,
    nondeterministic,
    fires_trigger,
    schema_differs,
    renaming,
    no_image,
    // The proof on a server
    unproven,
    rewrites_table,
    scans_table,
    locks_reads,
    locks_writes,
    renamed,
    alone_not_repeatable,
    concurrently_if_not_exists,
    session_setting,
};

/// A row of the one table of rules: what compiler/README.md documents and the messages print.
struct rule_description {
    rule id;
    std::string_view code;    ///< As printed in brackets, such as `unknown-parent`.
    severity level;           ///< Unless the project says otherwise.
    std::string_view meaning; ///< One line.
    std::string_view remedy;  ///< What to do, one line.
};

[[nodiscard]] std::span<const rule_description> rules() noexcept;
[[nodiscard]] const rule_description& describe(rule) noexcept;
/// The rule of a code, or null.
[[nodiscard]] const rule_description* find_rule(std::string_view code) noexcept;
/// The code that is probably meant by `code`, or nothing.
[[nodiscard]] std::string_view nearest_rule(std::string_view code);
/// Whether a project may judge the rule otherwise. What would not work cannot be talked away.
[[nodiscard]] bool is_adjustable(rule) noexcept;
/// Whether a file may be excused from it: also from `round-trip`, since what is released cannot be corrected.
[[nodiscard]] bool is_excusable(rule) noexcept;

} // namespace headway::compiler
