// The applier over a connection that writes down what it is told. A file of its own, which a host links only
// if it asks for a script.

#include "sqlite/offline.hpp"

#include "apply/apply.hpp"
#include "apply/connection.hpp"
#include "sqlite/log_table.hpp"
#include "sqlite/orphan_script.hpp"
#include "sqlite/passed_over_script.hpp"
#include "sqlite/rehearsal.hpp"
#include "sqlite/shell_text.hpp"
#include "sqlite/statement.hpp"
#include "sqlite/version_table.hpp"
#include "text.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace headway::detail {
namespace {

std::string list_of(const std::vector<std::string>& rows, std::string_view between) {
    std::string text;
    for (const std::string& row : rows) {
        if (!text.empty()) text += between;
        text += row;
    }
    return text;
}

/// What a migration is proven with, and what else it takes that what fails is taken back.
constexpr const char* settings =
    "PRAGMA foreign_keys = OFF;\n"
    "PRAGMA recursive_triggers = OFF;\n"
    "PRAGMA reverse_unordered_selects = OFF;\n"
    "PRAGMA count_changes = OFF;\n"
    "PRAGMA legacy_alter_table = OFF;\n"
    "PRAGMA writable_schema = OFF;\n"
    "PRAGMA case_sensitive_like = OFF;\n"
    "CREATE TEMP TABLE headway_check (journal\n"
    "    CONSTRAINT \"without a journal what fails cannot be taken back: set PRAGMA journal_mode\" CHECK "
    "(journal <> 'off'));\n"
    "INSERT INTO temp.headway_check SELECT journal_mode FROM pragma_journal_mode;\n"
    "DROP TABLE temp.headway_check;\n";

/// Fails if a statement before it has ended the transaction, and the savepoint with it.
constexpr const char* same_transaction = "RELEASE headway; SAVEPOINT headway;\n";

/// A database that writes down what it is told, for the sqlite3 program to do.
class offline_connection : public connection {
public:
    offline_connection(const history& h, const offline_start& start, const plan& todo,
                       const step_heading& heading, const options& chosen)
        : history_(h),
          options_(chosen),
          table_(chosen.version_table),
          plan_(todo),
          heading_(heading),
          purges_(start.purges) {
        if (purges_) return;
        for (const std::string& row : start.rows) {
            insert_sorted(rows_, row);
        }
        begin_ = rows_;
    }

    [[nodiscard]] std::string take() {
        if (is_open_) end("COMMIT"); // there was nothing to do
        return std::move(text_);
    }

    [[nodiscard]] engine kind() const noexcept override { return engine::sqlite; }
    bool is_exactly(std::string_view row) override { return rows_.size() == 1 && rows_.front() == row; }
    std::vector<std::string> rows() override { return rows_; }
    bool has_version_table() override { return true; } // it is said where the database is
    std::vector<booked_step> booked(std::string_view) override { return {}; }

    void open() override {
        write({"-- For the sqlite3 program, and a database at ", purges_ ? "whatever it says" : place(),
               ".\n.bail on\n.timeout ", timeout(), "\nPRAGMA ignore_check_constraints = OFF;\n"});
        settings_at_ = text_.size();
    }
    void close() noexcept override {}
    void lock() override {
        write({"\nBEGIN IMMEDIATE;\n"});
        is_open_ = true;
        runs_at_ = std::string::npos;
        if (purges_)
            purge();
        else if (!rows_.empty())
            check_start();
    }
    void run(std::string_view script) override { write_section(script, false); }
    void run_alone(std::string_view script) override { write_section(script, true); }
    bool has_to_commit() const noexcept override { return false; }
    void create_version_table() override;
    void write_rows(const std::vector<std::string_view>& removed,
                    const std::vector<std::string_view>& added) override;
    void write_log(const log_record&) override;
    void check() override;
    void commit() override { end("COMMIT"); }
    void roll_back() noexcept override {
        if (is_open_) end("ROLLBACK"); // before a statement that runs alone
    }
    void read_log(const std::function<void(const logged_revision&)>&) override {
        // Nobody has the log at hand.
    }
    // What needs a database is not asked of a script: it has revisions of this history alone, which has no
    // image and no functions, and the options for it name no check, no backup and nobody who listens.
    logged_script logged(std::int64_t) override { no_database(); }
    void run_code(const history&, step, const options&) override { no_database(); }
    void on_beat(std::function<void()>) override { no_database(); }
    void spare_others(std::function<bool(std::string_view)>) override {}
    bool has_object(std::string_view) override { no_database(); }
    void verify(verification::check*, const history&, const options&) override { no_database(); }
    std::string back_up(const backup_policy&) override { no_database(); }
    bool install(const history&, const installation&) override { no_database(); }

private:
    [[noreturn]] static void no_database() { throw std::logic_error("a script has no database at hand"); }
    void write(std::initializer_list<std::string_view> parts) { text_ += joined(parts); }
    [[nodiscard]] std::string place() const { return rows_.empty() ? "base" : list_of(rows_, ", "); }
    [[nodiscard]] std::string timeout() const {
        constexpr std::chrono::milliseconds longest = std::chrono::hours(24 * 24); // an int's
        return std::to_string(std::min(options_.busy_timeout, longest).count());
    }
    void rehearse(std::string_view script, bool alone);
    void write_section(std::string_view script, bool alone);
    void check_start();
    void prepare_log();
    void purge() {
        write({version_table_sql({}, table_), ";\nDELETE FROM ", spelled_table(table_), ";\n"});
        checked_ = true;
    }
    void end(std::string_view how) {
        write({"\n", how, ";\n"});
        is_open_ = false;
        if (rehearsal_) rehearsal_->end();
    }

    const history& history_;
    const options& options_;
    std::optional<rehearsal> rehearsal_;      ///< From the first section on.
    std::size_t runs_at_ = std::string::npos; ///< Where the first section of the transaction begins.
    std::size_t settings_at_ = 0;
    const std::string_view table_;
    const plan& plan_;
    const step_heading heading_;
    std::vector<std::string> rows_;  ///< Sorted.
    std::vector<std::string> begin_; ///< What they are at first.
    const bool purges_;              ///< Whether it forgets the rows that are there.
    std::size_t next_ = 0;           ///< The step that runs next.
    std::string text_;
    bool is_open_ = false; ///< Whether a transaction is.
    bool checked_ = false;
    bool logged_ = false;
};

/// Throws if the command would refuse the section.
void offline_connection::rehearse(std::string_view script, bool alone) {
    if (!rehearsal_) rehearsal_.emplace(history_, rows_, options_);
    try {
        rehearsal_->run(script, alone);
    } catch (statement_failure& failed) {
        failed.rehearsed = true;
        throw;
    }
}

void offline_connection::write_section(std::string_view script, bool alone) {
    if (next_ == 0) text_.insert(settings_at_, settings);
    if (!alone && runs_at_ == std::string::npos) runs_at_ = text_.size();
    rehearse(script, alone);
    write({"\n-- Running ", heading_(plan_.steps[next_++]), "\n\n"});
    const bool is_sure = alone || rehearsal_->knows_all();
    write({for_shell(script, is_sure ? "" : same_transaction)});
}

/// What neither touches rows nor calls what is not known here can cost no row its parent, nor end the
/// transaction.
void offline_connection::check() {
    if (runs_at_ == std::string::npos || (rehearsal_->knows_all() && !rehearsal_->touches_rows()))
        return write({"\n"});
    text_.insert(runs_at_, joined({remember_orphans, "SAVEPOINT headway;\n"}));
    write({"\n-- Fails if a statement has ended the transaction.\nRELEASE headway;\n", refuse_orphans, "\n"});
}

/// A statement that fails, with `what` in its message, unless the rows of the version table are as expected.
void offline_connection::check_start() {
    checked_ = true;
    write({"CREATE TEMP TABLE headway_check (version_rows TEXT CONSTRAINT ",
           quoted(joined({"this script is for a database at ", place()})),
           " CHECK (version_rows = ", literal(list_of(rows_, ",")),
           "));\n"
           "INSERT INTO temp.headway_check SELECT coalesce(group_concat(version_num), '')\n"
           "    FROM (SELECT version_num FROM main.",
           quoted(table_),
           " ORDER BY version_num);\n"
           "DROP TABLE temp.headway_check;\n"});
}

void offline_connection::create_version_table() {
    if (checked_) return;
    write({version_table_sql({}, table_), ";\n"});
    check_start();
}

void offline_connection::write_rows(const std::vector<std::string_view>& removed,
                                    const std::vector<std::string_view>& added) {
    for (const std::string_view row : removed) {
        write({"DELETE FROM ", spelled_table(table_), " WHERE version_num = ", literal(row), ";\n"});
        rows_.erase(std::find(rows_.begin(), rows_.end(), row));
    }
    for (const std::string_view row : added) {
        write({"INSERT INTO ", spelled_table(table_), " (version_num) VALUES (", literal(row), ");\n"});
        insert_sorted(rows_, row);
    }
}

/// Makes the log. SQL alone cannot extend one that an older Headway made, and only if it did: such a script
/// fails, and says how to.
void offline_connection::prepare_log() {
    write({"CREATE TABLE IF NOT EXISTS headway_log", log_columns,
           ";\n"
           "CREATE TEMP TABLE headway_check (is_complete CONSTRAINT ",
           quoted(
               "an older Headway made headway_log: once, before this script, run ALTER TABLE headway_log ADD "
               "COLUMN version_table TEXT"),
           " CHECK (is_complete));\n"
           "INSERT INTO temp.headway_check SELECT count(*) FROM pragma_table_info('headway_log', 'main')\n"
           "    WHERE name = 'version_table';\n"
           "DROP TABLE temp.headway_check;\n"});
    logged_ = true;
    if (rehearsal_) text_ += refuse_passed_over(history_, begin_, table_);
}

void offline_connection::write_log(const log_record& record) {
    if (!logged_) prepare_log();
    write(
        {"INSERT INTO headway_log (revision, operation, checksum, started, finished, duration_us, headway,\n"
         "    application, application_version, down, parents, compatible_with, flags, version_table) VALUES "
         "(",
         literal(record.revision), ", ", literal(record.operation), ",\n    ", literal(record.checksum),
         ",\n    strftime('%Y-%m-%dT%H:%M:%fZ'), strftime('%Y-%m-%dT%H:%M:%fZ'), 0, ",
         literal(HEADWAY_VERSION), ", 'sqlite3',\n    sqlite_version(), ", literal(record.down), ", ",
         literal(record.parents), ", ", literal(record.compatible_with), ", ", std::to_string(record.flags),
         ", ", literal(table_), ");\n"});
}

} // namespace

std::string offline_script(const history& h, const offline_start& start, const plan& todo,
                           const step_heading& heading, const options& chosen) {
    offline_connection script(h, start, todo, heading, chosen);
    static_cast<void>(apply(
        script, h, todo.steps.empty() ? direction::up : todo.steps.front().way,
        [&](const auto&) { return todo; }, chosen));
    return script.take();
}

std::string offline_stamp(const history& h, const offline_start& start, const plan& todo,
                          const options& chosen) {
    offline_connection script(h, start, todo, {}, chosen);
    static_cast<void>(apply_stamp(
        script, h, [&](const auto&) { return todo; }, chosen));
    return script.take();
}

} // namespace headway::detail
