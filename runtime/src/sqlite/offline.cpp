// The applier over a connection that writes down what it is told. A file of its own, which a host links only
// if it asks for a script.

#include "sqlite/offline.hpp"

#include "apply/offline_connection.hpp"
#include "apply/passed_over_script.hpp"
#include "sqlite/log_table.hpp"
#include "sqlite/orphan_script.hpp"
#include "sqlite/rehearsal.hpp"
#include "sqlite/shell_text.hpp"
#include "sqlite/statement.hpp"
#include "sqlite/version_table.hpp"
#include "text.hpp"

#include <algorithm>
#include <optional>

namespace headway::detail {
namespace {

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

/// The script for the sqlite3 program.
class sqlite_script final : public offline_connection {
public:
    sqlite_script(const history& h, const offline_start& start, const plan& todo, const step_heading& heading,
                  const options& chosen)
        : offline_connection(start, todo, heading),
          history_(h),
          options_(chosen),
          table_(chosen.version_table),
          begin_(known_rows()) {}

    [[nodiscard]] engine kind() const noexcept override { return engine::sqlite; }
    void open() override {
        write({"-- For the sqlite3 program, and a database at ", purges() ? "whatever it says" : origin(),
               ".\n.bail on\n.timeout ", timeout(), "\nPRAGMA ignore_check_constraints = OFF;\n"});
        settings_at_ = text_.size();
    }
    void lock() override {
        write({"\nBEGIN IMMEDIATE;\n"});
        is_open_ = true;
        runs_at_ = std::string::npos;
        if (purges())
            purge();
        else if (!known_rows().empty())
            check_start();
    }
    void run(std::string_view script) override { write_section(script, false); }
    void run_alone(std::string_view script) override { write_section(script, true); }
    [[nodiscard]] bool has_to_commit() const noexcept override { return false; }
    void create_version_table() override;
    void write_log(const log_record&) override;
    void check() override;

private:
    [[nodiscard]] std::string place() const override { return spelled_table(table_); }
    [[nodiscard]] std::string origin() const { return known_rows().empty() ? "base" : rows_with(", "); }
    [[nodiscard]] std::string timeout() const {
        constexpr std::chrono::milliseconds longest = std::chrono::hours(24 * 24); // an int's
        return std::to_string(std::min(options_.busy_timeout, longest).count());
    }
    void rehearse(std::string_view script, bool alone);
    void write_section(std::string_view script, bool alone);
    void check_start();
    void prepare_log();
    void refuse_passed_over();
    void purge() {
        write({version_table_sql({}, table_), ";\nDELETE FROM ", place(), ";\n"});
        checked_ = true;
    }
    void end(std::string_view how) override {
        write({"\n", how, ";\n"});
        if (rehearsal_) rehearsal_->end();
    }

    const history& history_;
    const options& options_;
    std::optional<rehearsal> rehearsal_;      ///< From the first section on.
    std::size_t runs_at_ = std::string::npos; ///< Where the first section of the transaction begins.
    std::size_t settings_at_ = 0;
    const std::string_view table_;
    const std::vector<std::string> begin_; ///< The rows at first.
    bool checked_ = false;
    bool logged_ = false;
};

/// Throws if the command would refuse the section.
void sqlite_script::rehearse(std::string_view script, bool alone) {
    if (!rehearsal_) rehearsal_.emplace(history_, known_rows(), options_);
    try {
        rehearsal_->run(script, alone);
    } catch (statement_failure& failed) {
        failed.rehearsed = true;
        throw;
    }
}

void sqlite_script::write_section(std::string_view script, bool alone) {
    if (is_at_first_step()) text_.insert(settings_at_, settings);
    if (!alone && runs_at_ == std::string::npos) runs_at_ = text_.size();
    rehearse(script, alone);
    write({"\n-- Running ", next_heading(), "\n\n"});
    const bool is_sure = alone || rehearsal_->knows_all();
    write({for_shell(script, is_sure ? "" : same_transaction)});
}

/// What neither touches rows nor calls what is not known here can cost no row its parent, nor end the
/// transaction.
void sqlite_script::check() {
    if (runs_at_ == std::string::npos || (rehearsal_->knows_all() && !rehearsal_->touches_rows()))
        return write({"\n"});
    text_.insert(runs_at_, joined({remember_orphans, "SAVEPOINT headway;\n"}));
    write({"\n-- Fails if a statement has ended the transaction.\nRELEASE headway;\n", refuse_orphans, "\n"});
}

/// A statement that fails, with `what` in its message, unless the rows of the version table are as expected.
void sqlite_script::check_start() {
    checked_ = true;
    write({"CREATE TEMP TABLE headway_check (version_rows TEXT CONSTRAINT ",
           quoted(joined({"this script is for a database at ", origin()})),
           " CHECK (version_rows = ", literal(rows_with(",")),
           "));\n"
           "INSERT INTO temp.headway_check SELECT coalesce(group_concat(version_num), '')\n"
           "    FROM (SELECT version_num FROM main.",
           quoted(table_),
           " ORDER BY version_num);\n"
           "DROP TABLE temp.headway_check;\n"});
}

void sqlite_script::create_version_table() {
    if (checked_) return;
    write({version_table_sql({}, table_), ";\n"});
    check_start();
}

/// Makes the log. SQL alone cannot extend one that an older Headway made, and only if it did: such a script
/// fails, and says how to.
void sqlite_script::prepare_log() {
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
    if (rehearsal_) refuse_passed_over();
}

void sqlite_script::refuse_passed_over() {
    const std::string query = count_passed_over(
        history_, begin_,
        {"main.headway_log",
         joined({"version_table IS NULL OR version_table = ", literal(table_), " COLLATE NOCASE"}), "instr"});
    if (query.empty()) return;
    write(
        {"-- Fails if the log says that revisions were passed over, or are applied that no row stands for.\n"
         "CREATE TEMP TABLE headway_check (passed_over CONSTRAINT ",
         quoted("revisions were passed over: headway upgrade names them, and says what to do"),
         " CHECK (passed_over = 0));\nINSERT INTO temp.headway_check ", query,
         ";\nDROP TABLE temp.headway_check;\n"});
}

void sqlite_script::write_log(const log_record& record) {
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
    return sqlite_script(h, start, todo, heading, chosen).write_plan(h, chosen);
}

std::string offline_stamp(const history& h, const offline_start& start, const plan& todo,
                          const options& chosen) {
    return sqlite_script(h, start, todo, {}, chosen).write_stamp(h, chosen);
}

} // namespace headway::detail
