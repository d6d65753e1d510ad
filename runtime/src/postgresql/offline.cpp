// The applier over a connection that writes down what it is told, for psql.

#include "postgresql/offline.hpp"

#include "apply/apply.hpp"
#include "apply/connection.hpp"
#include "headway/version.hpp"
#include "postgresql/log_table.hpp"
#include "postgresql/statement_kind.hpp"
#include "postgresql/version_table.hpp"
#include "sql/psql_script.hpp"
#include "sql/psql_token.hpp"
#include "sql/script.hpp"

#include <algorithm>
#include <stdexcept>

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

std::string rows_with_commas(const std::vector<std::string>& rows) {
    std::string text;
    for (const std::string& row : rows) {
        text += text.empty() ? row : "," + row;
    }
    return text;
}

/// A database that writes down what it is told.
class psql_script final : public connection {
public:
    psql_script(const offline_start& start, const plan& todo, const step_heading& heading,
                const options& chosen)
        : plan_(todo), heading_(heading), purges_(start.purges) {
        const pg_table_name named = split_table_name(chosen.version_table);
        table_ = named.table;
        schema_ = named.schema ? quoted(*named.schema) : ":\"headway_schema\"";
        place_ = joined({schema_, ".", quoted(table_)});
        if (purges_) return;
        for (const std::string& row : start.rows) {
            insert_sorted(rows_, row);
        }
    }

    [[nodiscard]] std::string take() {
        if (is_open_) end("COMMIT"); // there was nothing to do
        return std::move(text_);
    }

    [[nodiscard]] engine kind() const noexcept override { return engine::postgresql; }
    [[nodiscard]] bool is_exactly(std::string_view row) override {
        return rows_.size() == 1 && rows_.front() == row;
    }
    [[nodiscard]] std::vector<std::string> rows() override { return rows_; }
    [[nodiscard]] bool has_version_table() override { return true; } // it is said where the database is
    [[nodiscard]] std::vector<booked_step> booked(std::string_view) override { return {}; }
    void open() override;
    void close() noexcept override {}
    void lock() override;
    void run(std::string_view script) override { write_section(script); }
    void run_alone(std::string_view script) override;
    [[nodiscard]] bool has_to_commit() const noexcept override { return has_new_enum_value_; }
    void create_version_table() override {} // by lock(), which needs it
    void write_rows(const std::vector<std::string_view>& removed,
                    const std::vector<std::string_view>& added) override;
    void write_log(const log_record&) override;
    void check() override {
        write({"\n-- Fails if a statement has ended the transaction, or if rows lack their parents.\n"
               "RELEASE headway;\nSET CONSTRAINTS ALL IMMEDIATE;\n\n"});
    }
    void commit() override { end("COMMIT"); }
    void roll_back() noexcept override {
        if (is_open_) end("ROLLBACK"); // before a statement that runs alone
    }
    void read_log(const std::function<void(const logged_revision&)>&) override {} // nobody has it at hand
    // What needs a database is not asked of a script.
    [[nodiscard]] logged_script logged(std::int64_t) override { nobody(); }
    void run_code(const history&, step, const options&) override { nobody(); }
    void on_beat(std::function<void()>) override { nobody(); }
    void spare_others(std::function<bool(std::string_view)>) override {}
    [[nodiscard]] bool has_object(std::string_view) override { nobody(); }
    void verify(verification::check*, const history&, const options&) override { nobody(); }
    [[nodiscard]] std::string back_up(const backup_policy&) override { nobody(); }
    [[nodiscard]] bool install(const history&, const installation&) override { return false; }

private:
    [[noreturn]] static void nobody() { throw std::logic_error("a script has no database at hand"); }
    void write(std::initializer_list<std::string_view> parts) { text_ += joined(parts); }
    void write_section(std::string_view script);
    void write_statement(std::string_view script, std::string_view statement);
    void check_rows();
    void end(std::string_view how) {
        write({how, ";\n"});
        is_open_ = has_new_enum_value_ = false;
    }

    const plan& plan_;
    const step_heading heading_;
    const bool purges_; ///< Whether it forgets the rows that are there.
    std::string table_;
    std::string schema_; ///< As the script spells it.
    std::string place_;  ///< The version table's.
    std::vector<std::string> rows_;
    std::size_t next_ = 0; ///< The step that runs next.
    std::string text_;
    bool is_open_ = false; ///< Whether a transaction is.
    bool is_purged_ = false;
    bool has_new_enum_value_ = false;
    bool has_log_ = false;
};

/// The version table is where the search path finds it, else where new tables go.
void psql_script::open() {
    write({"-- For psql, and a database at ",
           purges_         ? "whatever it says"
           : rows_.empty() ? "base"
                           : rows_with_commas(rows_),
           ".\n", beginning});
    if (schema_.front() != ':') return;
    write({"SELECT coalesce((SELECT n.nspname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = "
           "c.relnamespace\n    WHERE c.oid = to_regclass(",
           literal(quoted(table_)), ")), current_schema()) AS headway_schema \\gset\n"});
}

/// Programs that upgrade the database write a row of that table in their transactions, and wait.
void psql_script::lock() {
    write({"\nBEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;\nCREATE TABLE IF NOT EXISTS ", place_,
           pg_version_columns(table_), ";\nLOCK TABLE ", place_, " IN SHARE ROW EXCLUSIVE MODE;\n"});
    is_open_ = true;
    check_rows();
    write({"SAVEPOINT headway;\n"});
}

void psql_script::check_rows() {
    if (purges_ && !is_purged_) {
        is_purged_ = true;
        return write({"DELETE FROM ", place_, ";\n"});
    }
    const std::string wanted = rows_with_commas(rows_);
    write({"SELECT coalesce(string_agg(version_num, ',' ORDER BY version_num COLLATE \"C\"), '') <> ",
           literal(wanted), "\n    AS headway_elsewhere FROM ", place_,
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
    write({"\n-- Running ", heading_(plan_.steps[next_++]), "\n\n"});
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

void psql_script::write_rows(const std::vector<std::string_view>& removed,
                             const std::vector<std::string_view>& added) {
    for (const std::string_view row : removed) {
        write({"DELETE FROM ", place_, " WHERE version_num = ", literal(row), ";\n"});
        rows_.erase(std::find(rows_.begin(), rows_.end(), row));
    }
    for (const std::string_view row : added) {
        write({"INSERT INTO ", place_, " (version_num) VALUES (", literal(row), ");\n"});
        insert_sorted(rows_, row);
    }
}

void psql_script::write_log(const log_record& record) {
    const std::string place = joined({schema_, ".", pg_log_name});
    if (!has_log_) write({"CREATE TABLE IF NOT EXISTS ", place, pg_log_columns, ";\n"});
    has_log_ = true;
    write({"INSERT INTO ",
           place,
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
    psql_script script(start, todo, heading, chosen);
    static_cast<void>(apply(
        script, h, todo.steps.empty() ? direction::up : todo.steps.front().way,
        [&](const auto&) { return todo; }, chosen));
    return script.take();
}

std::string pg_offline_stamp(const history& h, const offline_start& start, const plan& todo,
                             const options& chosen) {
    psql_script script(start, todo, {}, chosen);
    static_cast<void>(apply_stamp(
        script, h, [&](const auto&) { return todo; }, chosen));
    return script.take();
}

} // namespace headway::detail
