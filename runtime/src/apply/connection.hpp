#pragma once

#include "headway/error.hpp"
#include "headway/headway.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headway::detail {

/// A statement of a script failed, `offset` bytes into the script. The applier knows which file that is.
struct statement_failure {
    bool refused;    ///< By the policy, not by the engine.
    error_code code; ///< `statement`, if it is not something worse such as a full disk.
    std::size_t offset;
    std::string message;
    std::string statement;  ///< Its first line, shortened.
    int engine_code;        ///< 0 if the engine was not asked.
    bool rehearsed = false; ///< Nothing was run where it counts.
};

/// A line of the audit trail.
struct log_record {
    std::string_view revision;
    std::string_view operation; ///< `upgrade`, `downgrade`, `stamp` or `adopt` and a tool.
    std::string checksum;       ///< Hexadecimal.
    std::string_view down;      ///< The down section, for upgrades.
    std::string parents;        ///< Ids with a space between.
    std::string_view compatible_with;
    std::uint32_t flags;     ///< A union of `revision_flag`.
    std::int64_t started_ms; ///< Since 1970 UTC.
    std::int64_t duration_us;
};

/// The last line of the audit trail that a revision has. The views are good while it is read.
struct logged_revision {
    std::int64_t sequence;
    std::string_view revision;
    std::string_view operation; ///< `upgrade`, `downgrade`, `stamp` or `adopt` and a tool.
    std::string_view checksum;
    std::string_view started;
    std::string_view application;
    std::string_view application_version;
    std::optional<std::string_view> parents; ///< Nothing if a Headway wrote it that did not log them.
    std::string_view compatible_with;
    std::uint32_t flags;

    /// Whether the revision was not taken back since.
    [[nodiscard]] bool is_applied() const noexcept { return operation != "downgrade"; }
};

class connection;

/// What goes into an image before it is installed.
struct installation {
    const options& chosen;
    /// Writes the rows and the log of all revisions, through a connection to a private copy of the image.
    std::function<void(connection& image)> fill;
};

/// What another tool says has become of one of its steps.
enum class booked_state : std::uint8_t {
    failed,      ///< Or it was interrupted: the database may hold half of it.
    applied,     ///< It alone.
    applied_all, ///< It, and all that come before it.
    applied_any, ///< It, if the history has it; such steps come and go with what they hold.
};

struct booked_step {
    std::string name;
    booked_state state;
    std::string checksum; ///< Empty if the tool keeps none.
};

/// What the applier asks of a database engine. Nothing has a default: an engine that forgets a function does
/// not compile, where it would else upgrade without a backup or pass a verification. Functions throw
/// headway::error unless they say otherwise.
///
///     open { lock create_version_table (run | write_rows | write_log)* check (commit | roll_back) |
///     run_alone | install }* close
class connection {
public:
    connection() = default;
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;
    virtual ~connection() = default;

    /// Which engine this is. A connection that hands itself to a check or to a maker of backups is that
    /// engine's own, so that those who know it can use what only it has.
    [[nodiscard]] virtual engine kind() const noexcept = 0;

    /// The rows of the version table, sorted; none if there is no such table.
    [[nodiscard]] virtual std::vector<std::string> rows() = 0;
    /// Whether there was a version table when the rows were read last.
    [[nodiscard]] virtual bool has_version_table() = 0;
    /// What another tool's bookkeeping answers to a history's query, which ends in a NUL; nothing if the
    /// database has no such bookkeeping.
    [[nodiscard]] virtual std::vector<booked_step> booked(std::string_view query) = 0;

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
    /// Runs the function of a step in C++, which the program has. Throws error.
    virtual void run_code(const history&, step, const options&) = 0;
    /// Whether what the transaction has run can be used only when it is committed.
    [[nodiscard]] virtual bool has_to_commit() const noexcept = 0;
    /// Makes the version table if it is missing.
    virtual void create_version_table() = 0;
    /// Removes and adds rows of the version table, which is there.
    virtual void write_rows(const std::vector<std::string_view>& removed,
                            const std::vector<std::string_view>& added) = 0;
    /// Appends to the audit trail, which is created if it is missing.
    virtual void write_log(const log_record&) = 0;
    /// From now on until `close`, a view, trigger or index that `is_own` says is not the history's is taken
    /// out of the way of statements that fail by it, and put back by `check`.
    virtual void spare_others(std::function<bool(std::string_view name)> is_own) = 0;
    /// Whether there is a table, index, view or trigger of this name.
    [[nodiscard]] virtual bool has_object(std::string_view name) = 0;
    /// Throws if rows written since `lock` refer to parents that are not there, or if what was taken out of
    /// the way cannot work any more.
    virtual void check() = 0;
    virtual void commit() = 0;
    virtual void roll_back() noexcept = 0;

    /// Tells `each` of the last line that each revision has in the audit trail, newest first.
    virtual void read_log(const std::function<void(const logged_revision&)>& each) = 0;
    /// Whether `is_one` says so of a line of the audit trail that tells of parents, whether it counts or not.
    /// An engine says yes, too, where that costs as much as read_log().
    [[nodiscard]] virtual bool
    has_line(const std::function<bool(std::string_view revision, std::string_view parents)>& is_one) = 0;
    /// The checksum and the down section of a line of the audit trail.
    struct logged_script {
        std::string checksum;
        std::string down;
    };
    [[nodiscard]] virtual logged_script logged(std::int64_t sequence) = 0;
    /// Calls `beat` now and then from now until `close`, while a statement runs or a lock is waited for. What
    /// it throws stops either and comes out of the call that waits for it.
    virtual void on_beat(std::function<void()> beat) = 0;
    /// Calls `look` with this connection. It sees the database as it is at one moment.
    virtual void at_one_moment(const std::function<void(connection&)>& look) = 0;
    /// Calls the policy's maker, which is not null, with this connection; the copy is of the database as it
    /// was when it was locked. Returns where it is, or nothing if there is no need of one.
    [[nodiscard]] virtual std::string back_up(const backup_policy&) = 0;
    /// Puts the history's image, which there is, in the place of the database, which is locked, and commits.
    /// False if that cannot be: the database is locked then, but others may have written meanwhile.
    [[nodiscard]] virtual bool install(const history&, const installation&) = 0;
};

} // namespace headway::detail
