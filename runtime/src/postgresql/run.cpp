// How a postgresql_connection runs the statements of migrations.

#include "headway/error.hpp"
#include "postgresql/connection.hpp"
#include "postgresql/sqlstate.hpp"
#include "postgresql/statement_kind.hpp"
#include "sql/psql_script.hpp"
#include "sql/script.hpp"
#include "sql/spelled_name.hpp"
#include "text.hpp"

#include <utility>

namespace headway::detail {
namespace {

std::size_t offset_of(std::string_view part, std::string_view script) noexcept {
    return static_cast<std::size_t>(part.data() - script.data());
}

statement_failure refusal(std::string_view script, std::string_view statement, std::string message) {
    const std::size_t at = offset_of(statement, script);
    return {true, error_code::refused, at, std::move(message), excerpt(script, at), 0};
}

} // namespace

statement_failure postgresql_connection::failure(std::string_view script, std::string_view statement,
                                                 const pg_result& answer) const {
    const std::size_t at = offset_of(statement, script);
    const error_code code = channel_.is_lost() ? error_code::connection
                                               : code_of_sqlstate(answer.sqlstate(), error_code::statement);
    return {false,
            code,
            at + answer.place_in(statement),
            answer.message(channel_.handle()),
            excerpt(script, at),
            answer.sqlstate()};
}

void postgresql_connection::require_allowed(std::string_view script, std::string_view statement) {
    const std::string_view what = forbidden_by_words(statement);
    if (!what.empty()) throw refusal(script, statement, joined({"a migration cannot ", what}));
}

/// What a routine or a trigger could have done.
void postgresql_connection::require_open_transaction(std::string_view script, std::string_view statement) {
    if (PQtransactionStatus(channel_.handle()) == PQTRANS_INTRANS) return;
    throw refusal(script, statement, "the statement has ended the transaction of the upgrade");
}

void postgresql_connection::run_statement(std::string_view script, std::string_view statement) {
    require_allowed(script, statement);
    const pg_result answer = carry_out({std::string(statement)});
    if (answer.has_failed()) throw failure(script, statement, answer);
    require_open_transaction(script, statement);
    settings_touched_ = settings_touched_ || may_change_settings(answer.tag());
    has_new_enum_value_ = has_new_enum_value_ || adds_enum_value(statement);
    if (behind_) behind_(script, statement);
}

/// What a script sets is for itself: the next finds all as the first did.
void postgresql_connection::run(std::string_view script) {
    const bool touched_before = std::exchange(settings_touched_, false);
    for_each_psql_statement(script, [&](std::string_view statement) { run_statement(script, statement); });
    if (settings_touched_) {
        const pg_result answer = carry_out({settings_.to_apply(true, longest_lock_wait.count())});
        if (answer.has_failed()) throw server_error("put back the settings of the session", answer);
    }
    settings_touched_ = settings_touched_ || touched_before;
}

void postgresql_connection::run_alone(std::string_view script) {
    const std::string_view statement = first_psql_statement(script);
    if (statement.empty()) return;
    require_allowed(script, statement);
    if (is_pooled_)
        throw refusal(
            script, statement,
            "what runs without a transaction cannot be run through a pooler, where one does not keep a lock: "
            "connect to the server itself to upgrade");
    if (!is_made_already(statement)) run_in_session(script, statement);
    require_valid_index(statement);
}

void postgresql_connection::run_code(const history& h, step one, const options&) {
    throw error(error_code::refused,
                joined({"revision ", h.id(one.revision),
                        " is written in C++, and its function takes an SQLite database"}));
}

/// The lock that the statement waits for is one that it holds others up with for a short time only, as a
/// rule.
void postgresql_connection::run_in_session(std::string_view script, std::string_view statement) {
    has_session_settings_ = true;
    static_cast<void>(query(settings_.to_apply(false, longest_.count()), "prepare the upgrade"));
    const pg_result answer = channel_.ask(std::string(statement));
    const bool left_open = channel_.is_in_transaction();
    if (left_open) roll_back();
    if (answer.has_failed()) throw failure(script, statement, answer);
    if (left_open) throw refusal(script, statement, "the statement leaves a transaction open");
    static_cast<void>(query(settings_.to_put_back(), "put back the settings of the session"));
    has_session_settings_ = false;
}

/// Whether the index of the statement is there, as one that came to its end leaves it where the program died
/// behind it. One that did not is dropped.
bool postgresql_connection::is_made_already(std::string_view statement) {
    const concurrent_index made = index_made_by(statement);
    if (made.name.empty()) return false;
    const pg_result found =
        query(joined({"SELECT i.indisvalid, i.indexrelid::regclass, substr(d, strpos(d, ' USING ')), "
                      "i.indisunique FROM "
                      "pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid CROSS JOIN "
                      "pg_get_indexdef(i.indexrelid) AS "
                      "d WHERE i.indrelid = to_regclass(",
                      literal(made.table),
                      ") AND quote_ident(c.relname) = (SELECT quote_ident(n[array_upper(n, 1)]) FROM "
                      "parse_ident(",
                      literal(made.name), ") AS n)"}),
              "look at an index");
    if (found.rows() == 0) return false;
    if (!found.is_true(0, 0)) {
        static_cast<void>(query(joined({"DROP INDEX CONCURRENTLY ", found.text(0, 1)}),
                                "drop an index that was never finished"));
        return false;
    }
    return twin_of(made) == joined({found.text(0, 2), " ", found.text(0, 3)});
}

/// What the server calls the index that the statement makes; empty if that does not show.
std::string postgresql_connection::twin_of(const concurrent_index& made) {
    static_cast<void>(query("BEGIN", "look at an index"));
    std::string definition;
    const auto runs = [&](const std::string& sql) { return !channel_.ask(sql).has_failed(); };
    if (runs(joined({"CREATE TEMPORARY TABLE ", twin_table, " (LIKE ", made.table, ")"})) &&
        runs(made.twin)) {
        const pg_result twin = channel_.ask(
            joined({"SELECT substr(d, strpos(d, ' USING ')), indisunique FROM pg_index CROSS JOIN "
                    "pg_get_indexdef(indexrelid) AS d WHERE indexrelid = 'pg_temp.",
                    twin_index, "'::regclass"}));
        if (!twin.has_failed() && twin.rows() == 1)
            definition = joined({twin.text(0, 0), " ", twin.text(0, 1)});
    }
    roll_back();
    return definition;
}

void postgresql_connection::require_valid_index(std::string_view statement) {
    const concurrent_index made = index_made_by(statement);
    if (made.name.empty()) return;
    const pg_result found = query(
        joined({"SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(", literal(made.name), ")"}),
        "look at an index");
    if (found.rows() == 1 && !found.is_true(0, 0))
        throw error(error_code::database,
                    joined({"the server has left the index ", made.name,
                            " unfinished\nThe next launch drops it and makes it again."}));
}

} // namespace headway::detail
