#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace headway {

/// What went wrong. Whatever it is, the database is as it was before the call; with `transaction:false`
/// sections or `transaction_mode::per_revision`, as it was after the last revision that was committed.
enum class error_code : std::uint8_t {
    unknown_target,   ///< The target names no revision, branch or relative step of this history.
    ambiguous_target, ///< The target fits several revisions; the message lists them.
    invalid_target,   ///< The target is known but cannot be reached this way.
    unknown_revision, ///< The database is at a revision that this history does not know.
    version_table,    ///< The version table holds what no version table holds, such as NULL.
    irreversible,     ///< A downgrade would pass a revision that is declared irreversible.
    in_transaction,   ///< A transaction or an open statement of the program itself is in the way.
    read_only,        ///< The database cannot be written.
    settings,         ///< The connection is set up in a way that migrations were not proven with.
    busy,             ///< Another connection held its lock for longer than the timeout.
    statement,        ///< A statement of a migration failed.
    refused,          ///< A statement of a migration does what migrations must not do.
    foreign_keys,     ///< A migration leaves rows whose parents are missing.
    drifted,          ///< The schema is not what the history yields, or has what could not work any more.
    edited,           ///< A revision was applied from other SQL than this history has.
    mismatch,         ///< The history was compiled for another release of the runtime, or for another engine.
    passed_over,      ///< A revision was applied before others that it descends from today.
    half_done,        ///< Another tool's bookkeeping says that a step failed, or was interrupted.
    cancelled,      ///< `options::cancelled` said so, sqlite3_interrupt() did, or the server's administrator.
    backup,         ///< No backup could be made or restored.
    not_a_database, ///< The file is no SQLite database, or an encrypted one.
    corrupt,        ///< The file is damaged.
    full,           ///< The disk is full.
    io,             ///< The file could not be read, written or opened.
    connection,     ///< The connection to the server is lost; what was not committed is rolled back.
    database,       ///< The engine failed otherwise.
};

/// The one exception that the runtime throws, besides std::bad_alloc. `what()` is a whole message: what
/// happened, where, and on a further line what to do. Copies do not throw.
class error : public std::runtime_error {
public:
    error(error_code code, const std::string& message, int engine_code = 0);

    [[nodiscard]] error_code code() const noexcept { return code_; }
    /// What the engine calls it: SQLite's extended result code, or 0 if the engine was not asked. Of
    /// PostgreSQL it is the SQLSTATE as a number of base 36; `sqlstate()` spells it.
    [[nodiscard]] int engine_code() const noexcept { return engine_code_; }
    /// The five letters that PostgreSQL calls it by, such as `42P07`; none if it is not PostgreSQL's.
    [[nodiscard]] std::string sqlstate() const;

    /// The revision at fault, or 0 characters. These views live as long as the history.
    [[nodiscard]] std::string_view revision() const noexcept { return revision_; }
    /// Its file, without a directory, and the place in it, both from 1; 0 if there is none.
    [[nodiscard]] std::string_view file() const noexcept { return file_; }
    [[nodiscard]] std::size_t line() const noexcept { return line_; }
    [[nodiscard]] std::size_t column() const noexcept { return column_; }

    /// The same error with one more line in its message, in two parts.
    [[nodiscard]] error with(std::string_view line, std::string_view rest) const;
    /// The same error with its place.
    [[nodiscard]] error at(std::string_view revision, std::string_view file, std::size_t line,
                           std::size_t column) const;

private:
    error_code code_;
    int engine_code_;
    std::size_t line_ = 0;
    std::size_t column_ = 0;
    std::string_view revision_;
    std::string_view file_;
};

} // namespace headway
