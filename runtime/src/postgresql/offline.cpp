// The applier over a connection that writes down what it is told, for psql.

#include "postgresql/offline.hpp"

#include "apply/offline_connection.hpp"
#include "apply/passed_over_script.hpp"
#include "headway/version.hpp"
#include "postgresql/log_table.hpp"
#include "postgresql/statement_kind.hpp"
#include "postgresql/version_table.hpp"
#include "sql/psql_script.hpp"
#include "sql/psql_token.hpp"
#include "sql/script.hpp"

namespace headway::detail {
namespace {

/// What decides what SQL means is as it was proven; whoever waits for a lock keeps all behind it waiting.
constexpr const char* beginning = "\\set ON_ERROR_STOP on\n"
                                  "SET client_encoding = 'UTF8';\n"
                                  "SET standard_conforming_strings = on;\n"
                                  "SET TimeZone = 'UTC';\n"
                                  "SET DateStyle = 'ISO, MDY';\n"
                                  "SET IntervalStyle = 'postgres';\n"
                                  "SET statement_timeout = 0;\n"
                                  "SET idle_in_transaction_session_timeout = 0;\n"
                                  "SET lock_timeout = '1s';\n"
                                  "SELECT current_setting('search_path') AS headway_search_path,\n"
                                  "    current_setting('role') AS headway_role \\gset\n";

/// Behind a section: what it has set is for itself.
constexpr const char* put_back =
    "SELECT set_config('search_path', :'headway_search_path', false) AS headway_search_path,\n"
    "    set_config('role', :'headway_role', false) AS headway_role \\gset\n";

constexpr const char* now_as_text = "to_char(clock_timestamp() AT TIME ZONE 'UTC', "
                                    "'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";

class psql_script final : public offline_connection {
public:
    psql_script(const history& h, const offline_start& start, const plan& todo, const step_heading& heading,
                const options& chosen)
        : offline_connection(start, todo, heading), history_(h), begin_(known_rows()) {
        const pg_table_name named = split_table_name(chosen.version_table);
        table_ = named.table;
        schema_ = named.schema ? quoted(*named.schema) : ":\"headway_schema\"";
    }

    [[nodiscard]] engine kind() const noexcept override { return engine::postgresql; }
    void open() override;
    void lock() override;
    void run(std::string_view script) override { write_section(script); }
    void run_alone(std::string_view script) override;
    [[nodiscard]] bool has_to_commit() const noexcept override { return has_new_enum_value_; }
    void create_version_table() override {} // by lock(), which needs it
    void write_log(const log_record&) override;
    void check() override {
        write({"\n-- Fails if a statement has ended the transaction, or if rows lack their parents.\n"
               "RELEASE headway;\nSET CONSTRAINTS ALL IMMEDIATE;\n\n"});
    }

private:
    [[nodiscard]] std::string place() const override { return joined({schema_, ".", quoted(table_)}); }
    void write_section(std::string_view script);
    void write_statement(std::string_view script, std::string_view statement);
    void check_rows();
    void refuse_passed_over(std::string_view log);
    void end(std::string_view how) override {
        write({how, ";\n"});
        has_new_enum_value_ = false;
    }

    const history& history_;
    const std::vector<std::string> begin_; ///< The rows at first.
    std::string table_;
    std::string schema_; ///< As the script spells it.
    bool is_purged_ = false;
    bool has_new_enum_value_ = false;
    bool has_log_ = false;
};

/// The version table is where the search path finds it, else where new tables go.
void psql_script::open() {
    write({"-- For psql, and a database at ",
           purges()               ? "whatever it says"
           : known_rows().empty() ? "base"
                                  : rows_with(","),
           ".\n", beginning});
    if (schema_.front() != ':') return;
    write({"SELECT coalesce((SELECT n.nspname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = "
           "c.relnamespace\n    WHERE c.oid = to_regclass(",
           literal(quoted(table_)), ")), current_schema()) AS headway_schema \\gset\n"});
}

/// Programs that upgrade the database write a row of that table in their transactions, and wait.
void psql_script::lock() {
    write({"\nBEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;\nCREATE TABLE IF NOT EXISTS ", place(),
           pg_version_columns(table_), ";\nLOCK TABLE ", place(), " IN SHARE ROW EXCLUSIVE MODE;\n"});
    is_open_ = true;
    check_rows();
    write({"SAVEPOINT headway;\n"});
}

void psql_script::check_rows() {
    if (purges() && !is_purged_) {
        is_purged_ = true;
        return write({"DELETE FROM ", place(), ";\n"});
    }
    const std::string wanted = rows_with(",");
    write({"SELECT coalesce(string_agg(version_num, ',' ORDER BY version_num COLLATE \"C\"), '') <> ",
           literal(wanted), "\n    AS headway_elsewhere FROM ", place(),
           " \\gset\n\\if :headway_elsewhere\n    DO $$ BEGIN RAISE EXCEPTION ",
           literal(joined({"this script is for a database at ", wanted.empty() ? "base" : wanted})),
           "; END $$;\n\\endif\n"});
}

/// The command would refuse it; so does whoever would run it.
void psql_script::write_statement(std::string_view script, std::string_view statement) {
    const auto at = static_cast<std::size_t>(statement.data() - script.data());
    const auto refuse = [&](std::size_t where, std::string message) {
        return statement_failure{true, error_code::refused,   where, std::move(message), excerpt(script, at),
                                 0,    /* rehearsed = */ true};
    };
    const std::string_view what = forbidden_by_words(statement);
    if (!what.empty()) throw refuse(at, joined({"a migration cannot ", what}));
    for (const token& each : psql_tokens(statement)) {
        if (each.in(statement) == "\\")
            throw refuse(at + each.begin, "psql would take this for a command of its own");
    }
    has_new_enum_value_ = has_new_enum_value_ || adds_enum_value(statement);
    write({statement, statement.back() == ';' ? "\n" : ";\n"});
}

void psql_script::write_section(std::string_view script) {
    write({"\n-- Running ", next_heading(), "\n\n"});
    for_each_psql_statement(script, [&](std::string_view one) { write_statement(script, one); });
    write({put_back});
}

/// An index that was never finished is dropped before it is made again.
void psql_script::run_alone(std::string_view script) {
    const concurrent_index made = index_made_by(first_psql_statement(script));
    if (!made.name.empty())
        write({"\nSELECT 'DROP INDEX CONCURRENTLY ' || indexrelid::regclass FROM pg_index\n    WHERE "
               "indexrelid = to_regclass(",
               literal(made.name), ") AND NOT indisvalid \\gexec\n"});
    write_section(script);
}

/// As an upgrade would. A stamp, which runs nothing, says what is right.
void psql_script::refuse_passed_over(std::string_view log) {
    const std::string query =
        count_passed_over(history_, begin_, {log, joined({"version_table = ", literal(table_)}), "strpos"});
    if (query.empty()) return;
    write({"SELECT (", query,
           ") > 0 AS headway_passed_over \\gset\n\\if :headway_passed_over\n    DO $$ BEGIN "
           "RAISE EXCEPTION 'revisions were passed over: headway upgrade names them, and says what to do'; "
           "END $$;\n\\endif\n"});
}

void psql_script::write_log(const log_record& record) {
    const std::string log = joined({schema_, ".", pg_log_name});
    if (!has_log_) {
        write({"CREATE TABLE IF NOT EXISTS ", log, pg_log_columns, ";\n"});
        if (!is_at_first_step()) refuse_passed_over(log);
    }
    has_log_ = true;
    write({"INSERT INTO ",
           log,
           pg_log_written,
           " VALUES (",
           literal(record.revision),
           ", ",
           literal(record.operation),
           ",\n    ",
           literal(record.checksum),
           ",\n    ",
           now_as_text,
           ",\n    ",
           now_as_text,
           ", 0, ",
           literal(HEADWAY_VERSION),
           ", 'psql',\n    current_setting('server_version'), ",
           literal(record.down),
           ", ",
           literal(record.parents),
           ", ",
           literal(record.compatible_with),
           ", ",
           std::to_string(record.flags),
           ", ",
           literal(table_),
           ");\n"});
}

} // namespace

std::string pg_offline_script(const history& h, const offline_start& start, const plan& todo,
                              const step_heading& heading, const options& chosen) {
    return psql_script(h, start, todo, heading, chosen).write_plan(h, chosen);
}

std::string pg_offline_stamp(const history& h, const offline_start& start, const plan& todo,
                             const options& chosen) {
    return psql_script(h, start, todo, {}, chosen).write_stamp(h, chosen);
}

} // namespace headway::detail
