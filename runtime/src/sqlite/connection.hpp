#pragma once

#include "apply/connection.hpp"
#include "headway/error.hpp"
#include "headway/headway.hpp"
#include "sqlite/authorizer.hpp"
#include "sqlite/bystanders.hpp"
#include "sqlite/foreign_keys.hpp"
#include "sqlite/foreign_objects.hpp"
#include "sqlite/host_settings.hpp"
#include "sqlite/lock_wait.hpp"
#include "sqlite/open_statement.hpp"
#include "sqlite/statement.hpp"
#include "sqlite/statement_watcher.hpp"

#include <sqlite3.h>

#include <exception>

namespace headway::detail {

/// What an SQLite result code means to the caller; `otherwise` if it is none of the particular ones.
[[nodiscard]] error_code code_of(int sqlite_code, error_code otherwise) noexcept;
/// What to do about it: a line to append to a message, or nothing.
[[nodiscard]] const char* advice_on(error_code) noexcept;

/// Gives a statement of a migration in C++ the values of its parameters, and takes its rows.
class statement_user {
public:
    statement_user() = default;
    statement_user(const statement_user&) = delete;
    statement_user& operator=(const statement_user&) = delete;
    virtual ~statement_user() = default;

    [[nodiscard]] virtual int values() const noexcept = 0;
    virtual int bind(sqlite_statement&) noexcept = 0;
    /// False if no further row is wanted.
    [[nodiscard]] virtual bool read(sqlite_statement&) = 0;
};

/// The SQLite engine of the applier, over a handle that stays the caller's.
class sqlite_connection final : public connection {
public:
    /// The version table's name and `cancelled`, if there is one, have to outlive it.
    sqlite_connection(sqlite3*, const options&) noexcept;
    ~sqlite_connection() override { close(); }

    [[nodiscard]] engine kind() const noexcept override { return engine::sqlite; }
    [[nodiscard]] std::vector<std::string> rows() override;
    [[nodiscard]] bool has_version_table() override;
    [[nodiscard]] std::vector<booked_step> booked(std::string_view query) override;
    void open() override;
    void close() noexcept override;
    void lock() override;
    void run(std::string_view script) override;
    void run_alone(std::string_view script) override;
    void run_code(const history&, headway::step, const options&) override;
    [[nodiscard]] bool has_to_commit() const noexcept override { return false; }
    void create_version_table() override;
    void write_rows(const std::vector<std::string_view>& removed,
                    const std::vector<std::string_view>& added) override;
    void write_log(const log_record&) override;
    void spare_others(std::function<bool(std::string_view name)> is_own) override;
    [[nodiscard]] bool has_object(std::string_view name) override;
    void check() override;
    void commit() override;
    void roll_back() noexcept override;
    void read_log(const std::function<void(const logged_revision&)>& each) override;
    [[nodiscard]] bool
    has_line(const std::function<bool(std::string_view, std::string_view)>& is_one) override;
    [[nodiscard]] logged_script logged(std::int64_t sequence) override;
    void on_beat(std::function<void()> beat) override;
    void at_one_moment(const std::function<void(connection&)>& look) override;
    [[nodiscard]] std::string back_up(const backup_policy&) override;
    [[nodiscard]] bool install(const history&, const installation&) override;

    /// Gives up the lock and puts all of `image` in the place of the database, if nobody writes it meanwhile.
    /// False if somebody has, or if SQLite cannot do it here; nothing is locked or changed then.
    [[nodiscard]] bool replace_by(sqlite3* image);

    [[nodiscard]] sqlite3* handle() const noexcept { return db_; }
    [[nodiscard]] std::string_view version_table() const noexcept { return version_table_; }
    [[nodiscard]] const lock_wait& wait() const noexcept { return wait_; }
    /// The beginning of a query that may read `own`, the lines of the log that are this history's, with all
    /// columns; the version table's name is to be bound to ?1. Nothing if there is no log.
    [[nodiscard]] std::string log_lines();
    /// Whether the transaction has run what can leave rows without their parents.
    [[nodiscard]] bool touches_rows() const noexcept { return guard_.has_looked(); }
    /// Lets `watcher`, or nobody if it is null, look on from now on.
    void watch(statement_watcher* watcher) noexcept { watcher_ = watcher; }

    /// The function of a migration in C++ runs from now on, in the transaction that is open, and what a beat
    /// throws is kept, whatever becomes of it there; until it has ended.
    void begin_code();
    void end_code() noexcept;
    /// Whether the function itself has its turn: what is prepared is then its own, by the handle.
    void lend(bool is_lent) noexcept { phase_ = is_lent ? phase::lent : phase::idle; }
    /// Looks at what it may change by the handle, before it does.
    void look_before_lending();
    /// Runs statements of it, which end in a NUL; one alone if it has a user. Throws statement_failure.
    void run_of_code(std::string_view script, statement_user* user);
    /// Tells the program that it is under way. Throws what that throws.
    void beat_of_code();
    /// Throws what a beat has thrown.
    void rethrow_from_beat();
    /// What was refused on the handle; nothing if nothing was.
    [[nodiscard]] std::string refusal_of_code() const;
    /// A ROLLBACK that is ready to run needs no memory, so that a transaction ends even when there is none
    /// left.
    void prepare_roll_back();
    /// Whether it is that one.
    [[nodiscard]] bool rolls_back(const sqlite3_stmt* statement) const noexcept {
        return roll_back_.handle() == statement;
    }

private:
    static int authorize(void* self, int action, const char* first, const char* second, const char* database,
                         const char* trigger) noexcept;

    /// What the authorizer thought of the statement that was prepared last.
    struct verdict {
        breach why = breach::none;
        bool touches_rows = false;
        bool expires_statements = false;
        bool drops = false;
        bool breaks_views = false;
        char subject[64] = {};
    };
    [[nodiscard]] breach judge_lent(const statement_action&) noexcept;
    [[nodiscard]] breach judge_prepared(const statement_action&) noexcept;
    [[nodiscard]] breach judge_stepping(const statement_action&) noexcept;
    void refuse(breach why, const char* subject) noexcept;
    void begin_script(bool in_transaction);
    void run_statements(std::string_view script, statement_user* user);
    const char* run_first(std::string_view script, std::size_t begin, statement_user* user);
    [[nodiscard]] bool make_way(const statement_failure&);
    void put_back_bystanders();
    [[nodiscard]] int step(sqlite_statement&);
    void require_transaction();
    template <class Act>
    void expiring(bool in_transaction, Act act);
    void restore_legacy_alter_table(bool in_transaction);
    static void require_no_nul(std::string_view script);
    void require_values(sqlite_statement&, std::string_view script, std::size_t begin, statement_user* user);
    void run_one(sqlite_statement&, std::string_view script, std::size_t begin, statement_user* user);
    [[nodiscard]] statement_failure failure(std::string_view script, std::size_t begin, int code);
    [[nodiscard]] int prepare_rows();
    [[nodiscard]] bool has_table(std::string_view name);
    void write_row(sqlite_statement&, const char* sql, std::string_view first, std::string_view second);
    [[nodiscard]] std::string log_columns_there();
    [[nodiscard]] std::string other_rows();
    void complete_log_table();
    void prepare_log();
    static int pass_beat(void* self) noexcept;
    /// What looks at rows may be stopped by a beat, whose exception comes before what SQLite made of it.
    template <class Look>
    auto stoppable(Look look) {
        try {
            return look();
        } catch (const error&) {
            rethrow_from_beat();
            throw;
        }
    }
    void execute(const char* sql);
    [[nodiscard]] int pragma_value(const char* pragma);
    /// The one value of a query, in which ?1 is the version table's name; NULL is empty.
    [[nodiscard]] std::string text_of(const char* query);
    [[nodiscard]] error database_error(const char* doing);
    /// The same of the log, which can be another program's table.
    [[nodiscard]] error log_error(const char* doing);

    sqlite3* db_;
    std::string_view version_table_;
    std::string_view application_;
    std::string_view application_version_;
    lock_wait wait_;
    open_statement program_;
    statement_policy policy_;
    /// What the authorizer is asked for.
    enum class phase : std::uint8_t { idle, preparing, stepping, lent } phase_ = phase::idle;
    verdict verdict_;
    foreign_objects foreign_;
    bystanders bystanders_;
    statement_watcher* watcher_ = nullptr;
    bool open_ = false;
    host_settings settings_;
    bool authorizing_ = false;
    bool version_table_ready_ = false;
    std::exception_ptr thrown_by_beat_;
    bool runs_code_ = false;
    foreign_key_guard guard_;
    sqlite_statement read_rows_; ///< Exists if the version table does.
    sqlite_statement change_row_;
    sqlite_statement remove_row_;
    sqlite_statement add_row_;
    sqlite_statement add_log_;
    sqlite_statement roll_back_; ///< Prepared before the lock: without memory it could not be any more.
};

/// Whether the version table holds this one row and no other, which is all that most launches ask. Takes no
/// lasting lock, allocates nothing; a failure is a no.
[[nodiscard]] bool is_exactly(sqlite3*, const options&, std::string_view row);

/// The database of a connection that has handed itself to a check or to a maker of backups. Throws if it is
/// not SQLite's.
[[nodiscard]] sqlite3* handle_of(connection&);

} // namespace headway::detail
