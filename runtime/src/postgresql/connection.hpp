#pragma once

#include "apply/connection.hpp"
#include "headway/headway.hpp"
#include "postgresql/channel.hpp"
#include "postgresql/settings.hpp"
#include "postgresql/statement_kind.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace headway::detail {

/// Who waits for a lock within a transaction keeps all others waiting behind it, readers too.
inline constexpr std::chrono::milliseconds longest_lock_wait{1000};

/// The PostgreSQL engine of the applier, over a connection that stays the caller's.
///
/// A lock of the session, which one polls for, keeps programs apart; it is held from the first `lock` to
/// `close`, so that also what runs without a transaction is run by one. What is written in a transaction is
/// kept as text until the commit: where other sessions are in the way, all of it is run again.
class postgresql_connection final : public connection {
public:
    /// The version table's name and `cancelled`, if there is one, have to outlive it.
    postgresql_connection(PGconn*, const options&);
    ~postgresql_connection() override { close(); }

    [[nodiscard]] engine kind() const noexcept override { return engine::postgresql; }
    [[nodiscard]] std::vector<std::string> rows() override;
    [[nodiscard]] bool has_version_table() override;
    [[nodiscard]] std::vector<booked_step> booked(std::string_view query) override;
    /// Whether the version table holds this one row and no other. Takes no lasting lock; a failure is a no.
    [[nodiscard]] bool is_exactly(std::string_view row);
    void open() override;
    void close() noexcept override;
    void lock() override;
    void run(std::string_view script) override;
    void run_alone(std::string_view script) override;
    /// The build refuses such a history: the functions take an SQLite database.
    void run_code(const history&, step, const options&) override;
    [[nodiscard]] bool has_to_commit() const noexcept override { return has_new_enum_value_; }
    void create_version_table() override;
    void write_rows(const std::vector<std::string_view>& removed,
                    const std::vector<std::string_view>& added) override;
    void write_log(const log_record&) override;
    void spare_others(std::function<bool(std::string_view name)>) override {}
    [[nodiscard]] bool has_object(std::string_view name) override;
    void check() override;
    void commit() override;
    void roll_back() noexcept override;
    void read_log(const std::function<void(const logged_revision&)>& each) override;
    [[nodiscard]] bool has_line(const std::function<bool(std::string_view, std::string_view)>&) override {
        return true;
    }
    [[nodiscard]] logged_script logged(std::int64_t sequence) override;
    /// All lines of the audit trail that are this history's, oldest first: sequence, revision, operation,
    /// checksum, started, finished, duration, versions.
    [[nodiscard]] pg_result log_lines();
    /// Tells `behind` of each statement of a section once it has run in its transaction, which is open.
    void watch(std::function<void(std::string_view script, std::string_view statement)> behind) {
        behind_ = std::move(behind);
    }
    void on_beat(std::function<void()> beat) override { channel_.on_beat(std::move(beat)); }
    void at_one_moment(const std::function<void(connection&)>& look) override;
    [[nodiscard]] std::string back_up(const backup_policy&) override;
    /// Nobody makes an image of a database on a server.
    [[nodiscard]] bool install(const history&, const installation&) override { return false; }

private:
    using steady = std::chrono::steady_clock;

    /// A statement that the transaction has run.
    struct ran {
        std::string sql;
        std::int64_t writes = -1; ///< So many rows, or -1 if that does not matter.
    };

    [[nodiscard]] pg_result query(const std::string& sql, const char* doing);
    [[nodiscard]] pg_result run_again();
    [[nodiscard]] pg_result carry_out(ran statement);
    [[nodiscard]] bool is_over(steady::time_point deadline) const noexcept {
        return steady::now() >= deadline;
    }
    void find_version_table();
    void take_session_lock(steady::time_point deadline);
    void begin(steady::time_point deadline);
    void roll_back_and_nap();
    [[nodiscard]] error locked_error();
    [[nodiscard]] std::int64_t lock_key() const noexcept;
    void note_rows(const std::vector<std::string>& found);
    void forget_transaction() noexcept;
    [[nodiscard]] std::string twin_of(const concurrent_index&);
    void run_statement(std::string_view script, std::string_view statement);
    void require_open_transaction(std::string_view script, std::string_view statement);
    void require_allowed(std::string_view script, std::string_view statement);
    [[nodiscard]] bool is_made_already(std::string_view statement);
    void run_in_session(std::string_view script, std::string_view statement);
    void require_valid_index(std::string_view statement);
    void write_row(const std::string& sql, std::string_view row);
    void write_lines();
    void put_settings_back();
    [[nodiscard]] statement_failure failure(std::string_view script, std::string_view statement,
                                            const pg_result&) const;
    [[nodiscard]] error server_error(const char* doing, const pg_result&) const;
    [[nodiscard]] std::string place_of(std::string_view table) const;

    pg_channel channel_;
    std::string_view version_table_;
    std::string_view application_;
    std::string_view application_version_;
    std::chrono::milliseconds longest_;
    std::string schema_; ///< Of the version table and the log; empty as long as nobody has asked.
    std::string table_;  ///< The version table's name without a schema.
    pg_settings settings_;
    std::function<void(std::string_view script, std::string_view statement)> behind_;
    bool open_ = false;
    bool is_pooled_ = false; ///< One does not always speak with the same server process.
    bool has_session_lock_ = false;
    bool has_session_settings_ = false; ///< They are to be put back.
    bool settings_touched_ = false;     ///< By a statement of the transaction.
    bool has_new_enum_value_ = false;
    bool has_version_table_ = false; ///< As far as anybody has asked, and the same of the log.
    bool has_log_ = false;
    bool knows_rows_ = false; ///< Those of the transaction.
    std::vector<std::string> rows_at_lock_;
    std::vector<ran> journal_; ///< Of the transaction.
    std::string lines_;        ///< Of the log, that are to be written before the commit.
};

} // namespace headway::detail
