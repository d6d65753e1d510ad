#include "postgresql/connection.hpp"

#include "apply/moment.hpp"
#include "headway/error.hpp"
#include "postgresql/sqlstate.hpp"
#include "sql/spelled_name.hpp"
#include "text.hpp"

namespace headway::detail {

postgresql_connection::postgresql_connection(PGconn* with, const options& chosen)
    : channel_(with, chosen.cancelled),
      version_table_(chosen.version_table),
      application_(chosen.application),
      application_version_(chosen.application_version),
      longest_(chosen.busy_timeout) {
    if (version_table_.empty())
        throw error(error_code::version_table, "the version table's name must not be empty");
}

error postgresql_connection::server_error(const char* doing, const pg_result& answer) const {
    const std::string message = joined({"could not ", doing, ": ", answer.message(channel_.handle())});
    if (!channel_.is_lost()) {
        const error_code code = code_of_sqlstate(answer.sqlstate(), error_code::database);
        if (code != error_code::busy) return {code, message, answer.sqlstate()};
        return {
            code,
            joined({message, "\nOther sessions have held their locks for ", std::to_string(longest_.count()),
                    " ms. Try again, or allow more time with options::busy_timeout."}),
            answer.sqlstate()};
    }
    return {error_code::connection,
            joined({message,
                    "\nThe connection is lost, and what was not committed is rolled back. Connect again: the "
                    "next launch finds out how far this one came, and does the rest."}),
            answer.sqlstate()};
}

/// An answer that nothing but a failure of the server can keep from coming.
pg_result postgresql_connection::query(const std::string& sql, const char* doing) {
    pg_result answer = channel_.ask(sql);
    if (answer.has_failed()) throw server_error(doing, answer);
    return answer;
}

/// Connections of other programs may run their statements in the meantime, but none of them upgrades.
void postgresql_connection::open() {
    PGconn* const with = channel_.handle();
    if (channel_.is_lost())
        throw error(error_code::connection,
                    joined({"there is no connection to the server: ", printable(PQerrorMessage(with))}));
    if (PQtransactionStatus(with) != PQTRANS_IDLE)
        throw error(
            error_code::in_transaction,
            "the connection is inside a transaction, or a statement of it is not finished\nCommit it or "
            "roll it back first: migrations need their own.");
    if (PQpipelineStatus(with) != PQ_PIPELINE_OFF)
        throw error(error_code::in_transaction,
                    "the connection is in pipeline mode\nLeave it first, by PQexitPipelineMode().");
    const pg_result now =
        query(joined({"SELECT pg_backend_pid(), pg_is_in_recovery(), ", pg_settings::columns()}),
              "prepare the upgrade");
    if (now.is_true(0, 1))
        throw error(
            error_code::read_only,
            "the server is a standby, which cannot be written\nConnect to the primary to migrate: its "
            "standbys follow.");
    is_pooled_ = now.number(0, 0) != PQbackendPID(with);
    settings_.note(now, 2);
    find_version_table();
    open_ = true;
}

void postgresql_connection::close() noexcept {
    if (!open_) return;
    roll_back();
    if (has_session_settings_) channel_.ask_deaf(settings_.to_put_back());
    if (has_session_lock_)
        channel_.ask_deaf(joined({"SELECT pg_advisory_unlock(", std::to_string(lock_key()), ")"}));
    has_session_settings_ = has_session_lock_ = open_ = false;
    channel_.on_beat(nullptr);
}

/// Runs a statement in the transaction; where others are in its way, all of the transaction again. What else
/// keeps it from running is in the answer.
pg_result postgresql_connection::carry_out(ran statement) {
    pg_result answer = channel_.ask(statement.sql);
    journal_.push_back(std::move(statement));
    if (!is_worth_retrying(answer.sqlstate())) return answer;
    const steady::time_point deadline = deadline_after(longest_);
    while (is_worth_retrying(answer.sqlstate()) && steady::now() < deadline) {
        roll_back_and_nap();
        answer = run_again();
    }
    return answer;
}

/// All that the transaction has run so far. Who else writes the version rows, such as Alembic, asks for no
/// lock.
pg_result postgresql_connection::run_again() {
    begin(deadline_after(longest_));
    if (knows_rows_) {
        const std::vector<std::string> before = rows_at_lock_;
        if (rows() != before)
            throw error(error_code::busy,
                        "another program has changed the version table meanwhile\nTry again.");
    }
    pg_result answer;
    for (const ran& each : journal_) {
        answer = channel_.ask(each.sql);
        if (answer.has_failed()) break;
        if (each.writes >= 0 && answer.written() != each.writes)
            throw error(error_code::version_table, "the version table has not taken what was written");
    }
    return answer;
}

/// Only the time during which others are in the way counts.
void postgresql_connection::roll_back_and_nap() {
    constexpr std::chrono::milliseconds about{200};
    channel_.ask_deaf("ROLLBACK");
    channel_.nap(about);
}

/// Keys that are checked at the commit are checked here, where the error can be told apart.
void postgresql_connection::check() {
    const pg_result answer = carry_out({"SET CONSTRAINTS ALL IMMEDIATE"});
    if (!answer.has_failed()) return;
    const error failed = server_error("check what was deferred", answer);
    if (failed.code() != error_code::foreign_keys) throw failed;
    throw error(error_code::foreign_keys,
                joined({"the migration leaves rows without the parent that a foreign key names: ",
                        answer.message(channel_.handle())}),
                answer.sqlstate());
}

/// The COMMIT of a transaction that has failed succeeds, as a ROLLBACK: the tag tells.
void postgresql_connection::commit() {
    write_lines();
    put_settings_back();
    const pg_result answer = carry_out({"COMMIT"});
    if (answer.has_failed()) {
        if (!channel_.is_lost()) throw server_error("commit", answer);
        throw error(
            error_code::connection,
            joined({"the connection was lost while the commit was under way: ",
                    answer.message(channel_.handle()),
                    "\nWhether it took place, the server knows. Connect again: the next launch finds out, "
                    "and does what is left."}),
            answer.sqlstate());
    }
    if (answer.tag() != "COMMIT")
        throw error(error_code::database, "the server has rolled back what was to be committed\nTry again.");
    forget_transaction();
}

void postgresql_connection::forget_transaction() noexcept {
    journal_.clear();
    lines_.clear();
    knows_rows_ = settings_touched_ = has_new_enum_value_ = false;
}

void postgresql_connection::roll_back() noexcept {
    if (channel_.is_in_transaction()) channel_.ask_deaf("ROLLBACK");
    has_version_table_ = has_log_ = false;
    forget_transaction();
}

/// What a statement has set for the session is undone by the transaction that it was set in.
void postgresql_connection::put_settings_back() {
    if (!settings_touched_) return;
    const pg_result answer = carry_out({settings_.to_put_back()});
    if (answer.has_failed()) throw server_error("put back the settings of the session", answer);
}

void postgresql_connection::at_one_moment(const std::function<void(connection&)>& look) {
    const bool is_idle = PQtransactionStatus(channel_.handle()) == PQTRANS_IDLE;
    if (is_idle)
        static_cast<void>(query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "verify the database"));
    try {
        look(*this);
    } catch (...) {
        if (is_idle) channel_.ask_deaf("ROLLBACK");
        throw;
    }
    if (is_idle) channel_.ask_deaf("ROLLBACK");
}

std::string postgresql_connection::back_up(const backup_policy& how) {
    return how.make(*this, how);
}

} // namespace headway::detail
