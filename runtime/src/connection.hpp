#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headway {

/// A statement of a script failed, `offset` bytes into the script. The applier knows which file that is.
struct statement_failure {
    bool refused; ///< By the policy, not by the engine.
    std::size_t offset;
    std::string message;
    std::string statement; ///< Its first line, shortened.
    int engine_code;
};

/// A line of the audit trail.
struct log_record {
    std::string_view revision;
    std::string_view operation; ///< `upgrade`, `downgrade` or `stamp`.
    std::string checksum;       ///< Hexadecimal.
    std::string_view down;      ///< The down section, for upgrades.
    std::int64_t started_ms;    ///< Since 1970 UTC.
    std::int64_t duration_us;
};

/// What the applier asks of a database engine. Functions throw headway::error unless they say otherwise.
///
///     open { lock (run | write_rows | write_log)* check (commit | roll_back) | run_alone }* close
class connection {
public:
    connection() = default;
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;
    virtual ~connection() = default;

    /// The rows of the version table, sorted; none if there is no such table.
    [[nodiscard]] virtual std::vector<std::string> rows() = 0;
    /// Whether the version table holds this one row and no other. Takes no lasting lock, allocates nothing; a
    /// failure is a no.
    [[nodiscard]] virtual bool is_exactly(std::string_view row) = 0;

    /// Makes ready to write, or refuses: a transaction that is open already, a database that is read-only.
    virtual void open() = 0;
    /// Undoes `open`, rolling back what is not committed.
    virtual void close() noexcept = 0;

    /// Begins a transaction that no other connection can write beside.
    virtual void lock() = 0;
    /// Runs the statements of a script, which ends in a NUL. Throws statement_failure.
    virtual void run(std::string_view script) = 0;
    /// Runs a script of one statement without a transaction around it. Throws statement_failure.
    virtual void run_alone(std::string_view script) = 0;
    /// Removes and adds rows of the version table, which is created if it is missing.
    virtual void write_rows(const std::vector<std::string_view>& removed,
                            const std::vector<std::string_view>& added) = 0;
    /// Appends to the audit trail, which is created if it is missing.
    virtual void write_log(const log_record&) = 0;
    /// Throws if rows written since `lock` refer to parents that are not there.
    virtual void check() = 0;
    virtual void commit() = 0;
    virtual void roll_back() noexcept = 0;
};

} // namespace headway
