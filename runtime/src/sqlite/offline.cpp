// The applier over a connection that writes down what it is told. A file of its own, which a host links only
// if it asks for a script.

#include "sqlite/offline.hpp"

#include "apply/apply.hpp"
#include "apply/connection.hpp"
#include "sql/spelled_name.hpp"
#include "sql/token.hpp"
#include "sqlite/log_table.hpp"
#include "sqlite/statement.hpp"
#include "sqlite/version_table.hpp"
#include "text.hpp"

#include <algorithm>
#include <stdexcept>

namespace headway::detail {
namespace {

std::string literal(std::string_view text) {
    std::string quoted(1, '\'');
    for (const char c : text) {
        quoted += c;
        if (c == '\'') quoted += c;
    }
    return quoted += '\'';
}

std::string list_of(const std::vector<std::string>& rows, std::string_view between) {
    std::string text;
    for (const std::string& row : rows) {
        if (!text.empty()) text += between;
        text += row;
    }
    return text;
}

bool ends_in_semicolon(std::string_view script) {
    token_kind last = token_kind::semicolon; // an empty script needs none
    for (token next = next_token(script, 0); next.kind != token_kind::end;
         next = next_token(script, next.end))
        if (next.kind != token_kind::space && next.kind != token_kind::line_comment &&
            next.kind != token_kind::block_comment)
            last = next.kind;
    return last == token_kind::semicolon;
}

/// Whether the token is all that stands on its line, which does not end the script.
bool is_alone_on_its_line(std::string_view script, const token& part) {
    constexpr std::string_view blank = " \t";
    const std::size_t before = script.substr(0, part.begin).find_last_not_of(blank);
    const std::size_t after = script.find_first_not_of(blank, part.end);
    return (before == script.npos || script[before] == '\n') && after != script.npos && script[after] == '\n';
}

/// The sqlite3 program takes a line of nothing but `/` or `go` for a semicolon, also within a statement. Such
/// a line is joined with the next.
std::string for_shell(std::string_view script) {
    std::string text(script);
    for (token next = next_token(script, 0); next.kind != token_kind::end;
         next = next_token(script, next.end)) {
        const std::string_view word = script.substr(next.begin, next.end - next.begin);
        if ((word == "/" || same_name(word, "go")) && is_alone_on_its_line(script, next))
            text[script.find('\n', next.end)] = ' ';
    }
    return text;
}

std::string_view trim(std::string_view script) noexcept {
    const std::size_t begin = std::min(script.find_first_not_of("\r\n"), script.size());
    const std::size_t end = script.find_last_not_of(" \t\r\n");
    return end == script.npos ? "" : script.substr(begin, end + 1 - begin);
}

/// A database that writes down what it is told, for the sqlite3 program to do.
class offline_connection : public connection {
public:
    offline_connection(const offline_start& start, const plan& todo, const step_heading& heading,
                       const options& chosen)
        : table_(chosen.version_table), plan_(todo), heading_(heading), purges_(start.purges) {
        if (purges_) return;
        for (const std::string& row : start.rows) {
            insert_sorted(rows_, row);
        }
    }

    [[nodiscard]] std::string take() {
        if (is_open_) end("COMMIT"); // there was nothing to do
        return std::move(text_);
    }

    [[nodiscard]] engine kind() const noexcept override { return engine::sqlite; }
    bool is_exactly(std::string_view row) override { return rows_.size() == 1 && rows_.front() == row; }
    std::vector<std::string> rows() override { return rows_; }

    void open() override {
        write({"-- For the sqlite3 program, and a database at ", purges_ ? "whatever it says" : place(),
               ".\n.bail on\nPRAGMA foreign_keys = OFF;\n"});
    }
    void close() noexcept override {}
    void lock() override {
        write({"\nBEGIN IMMEDIATE;\n"});
        is_open_ = true;
        if (purges_)
            purge();
        else if (!rows_.empty())
            check_start();
    }
    void run(std::string_view script) override {
        write({"\n-- Running ", heading_(plan_.steps[next_++]), "\n\n"});
        script = trim(script);
        if (!script.empty()) write({for_shell(script), ends_in_semicolon(script) ? "\n" : "\n;\n"});
    }
    void run_alone(std::string_view script) override { run(script); }
    void create_version_table() override;
    void write_rows(const std::vector<std::string_view>& removed,
                    const std::vector<std::string_view>& added) override;
    void write_log(const log_record&) override;
    void check() override {
        write({"\n-- Rows without the parent that a foreign key names; none, if all is well.\n"
               "PRAGMA foreign_key_check;\n\n"});
    }
    void commit() override { end("COMMIT"); }
    void roll_back() noexcept override {
        if (is_open_) end("ROLLBACK"); // before a statement that runs alone
    }
    void read_log(const std::function<void(const logged_revision&)>&) override {
        // Nobody has the log at hand.
    }
    // What needs a database is not asked of a script: it has revisions of this history alone, and the options
    // for it name no check, no backup and nobody who listens.
    logged_script logged(std::int64_t) override { no_database(); }
    void on_beat(std::function<void()>) override { no_database(); }
    void verify(verification::check*, const history&, const options&) override { no_database(); }
    std::string back_up(const backup_policy&) override { no_database(); }

private:
    [[noreturn]] static void no_database() { throw std::logic_error("a script has no database at hand"); }
    void write(std::initializer_list<std::string_view> parts) { text_ += joined(parts); }
    [[nodiscard]] std::string place() const { return rows_.empty() ? "base" : list_of(rows_, ", "); }
    void check_start();
    void prepare_log();
    void purge() {
        write({version_table_sql({}, table_), ";\nDELETE FROM ", spelled_table(table_), ";\n"});
        checked_ = true;
    }
    void end(std::string_view how) {
        write({"\n", how, ";\n"});
        is_open_ = false;
    }

    const std::string_view table_;
    const plan& plan_;
    const step_heading heading_;
    std::vector<std::string> rows_; ///< Sorted.
    const bool purges_;             ///< Whether it forgets the rows that are there.
    std::size_t next_ = 0;          ///< The step that runs next.
    std::string text_;
    bool is_open_ = false; ///< Whether a transaction is.
    bool checked_ = false;
    bool logged_ = false;
};

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
    offline_connection script(start, todo, heading, chosen);
    static_cast<void>(apply(
        script, h, todo.steps.empty() ? direction::up : todo.steps.front().way,
        [&](const auto&) { return todo; }, chosen));
    return script.take();
}

std::string offline_stamp(const history& h, const offline_start& start, const plan& todo,
                          const options& chosen) {
    offline_connection script(start, todo, {}, chosen);
    static_cast<void>(apply_stamp(
        script, h, [&](const auto&) { return todo; }, chosen));
    return script.take();
}

} // namespace headway::detail
