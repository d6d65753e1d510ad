#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace headway::detail {

/// Why a statement of a migration is refused.
enum class breach : std::uint8_t {
    none,
    transaction,        ///< BEGIN, COMMIT, ROLLBACK, SAVEPOINT, RELEASE
    pragma,             ///< a PRAGMA that changes the connection or the file
    attach,             ///< ATTACH, DETACH
    version_table,      ///< writes the version table
    log_table,          ///< writes the log
    extension,          ///< load_extension()
    elsewhere,          ///< uses an attached database, or a temporary object of the program
    no_need,            ///< a `transaction:false` section of what can run in a transaction
    ends_transaction,   ///< calls what begins or ends a transaction
    leaves_transaction, ///< a `transaction:false` section that leaves a transaction open
    temporary_trigger,  ///< fires a temporary trigger of the program that has a say in the database
};

/// What migrations may do. The same at build time and at run time.
struct statement_policy {
    std::string_view version_table;
    bool in_transaction = true; ///< False for a `transaction:false` section.
};

/// An action as SQLite's authorizer reports it (https://www.sqlite.org/c3ref/c_alter_table.html). The strings
/// may be null.
struct statement_action {
    int code;
    const char* first;
    const char* second;
    const char* third = nullptr; ///< The column that ALTER TABLE drops; for other codes the database.
    const char* cause = nullptr; ///< The trigger or view that it comes from, if it comes from one.
};

[[nodiscard]] breach judge(const statement_policy&, const statement_action&) noexcept;

/// Of what functions and virtual tables do while a statement runs.
[[nodiscard]] breach judge_nested(const statement_policy&, const statement_action&) noexcept;

/// Whether the action can leave a row without its parent: it writes or drops a table other than SQLite's own.
[[nodiscard]] bool touches_rows(const statement_action&) noexcept;

/// Whether the action makes SQLite prepare the statements that exist already anew when they run next.
[[nodiscard]] bool expires_statements(const statement_action&) noexcept;

/// Whether the action drops something, which SQLite refuses to do beside another statement that is under way.
[[nodiscard]] bool drops(const statement_action&) noexcept;

/// Whether the action can leave views without what they read, or have SQLite rewrite them.
[[nodiscard]] bool breaks_views(const statement_action&) noexcept;

/// What is refused and what to do instead, for messages. `subject` is what the action named, if anything.
[[nodiscard]] std::string explain(breach, std::string_view subject);

} // namespace headway::detail
