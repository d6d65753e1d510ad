#include "commands/script.hpp"

#include "apply/apply.hpp"
#include "apply/connection.hpp"
#include "commands/format.hpp"
#include "sql/language.hpp"
#include "sql/name.hpp"
#include "sqlite/log_table.hpp"

#include <fmt/format.h>

#include <set>
#include <stdexcept>

namespace headway::compiler {
using namespace detail;
namespace {

std::string quote(std::string_view text, char with) {
    std::string quoted(1, with);
    for (const char c : text) {
        quoted += c;
        if (c == with) quoted += c;
    }
    return quoted += with;
}

std::string literal(std::string_view text) {
    return quote(text, '\'');
}

bool ends_in_semicolon(std::string_view script) {
    token_kind last = token_kind::semicolon; // an empty script needs none
    for (const token& next : tokens(script))
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
    for (const token& next : all_tokens(script)) {
        const std::string_view word = next.in(script);
        if ((word == "/" || same_name(word, "go")) && is_alone_on_its_line(script, next))
            text[script.find('\n', next.end)] = ' ';
    }
    return text;
}

std::string_view trim(std::string_view script) {
    const std::size_t begin = std::min(script.find_first_not_of("\r\n"), script.size());
    const std::size_t end = script.find_last_not_of(" \t\r\n");
    return end == script.npos ? "" : script.substr(begin, end + 1 - begin);
}

bool is_plain_name(std::string_view name) {
    return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == name.npos &&
           (name.front() < '0' || name.front() > '9');
}

std::string table_name(std::string_view name) {
    return is_plain_name(name) ? std::string(name) : quote(name, '"');
}

/// The tables that the runtime creates, so that nobody can tell later who has created them.
std::string version_table_sql(const std::string& name) {
    return fmt::format("CREATE TABLE IF NOT EXISTS {} (\n\tversion_num VARCHAR(32) NOT NULL, \n"
                       "\tCONSTRAINT {} PRIMARY KEY (version_num)\n);\n",
                       table_name(name), table_name(name + "_pkc"));
}

/// A database that writes down what it is told, for the sqlite3 program to do.
class script_connection : public connection {
public:
    script_connection(const graph& of, const settings& chosen, const plan& todo,
                      std::vector<std::string> rows, bool purges)
        : graph_(of),
          table_(chosen.version_table),
          plan_(todo),
          rows_(rows.begin(), rows.end()),
          purges_(purges) {}

    [[nodiscard]] std::string take() {
        if (is_open_) end("COMMIT"); // there was nothing to do
        return std::move(text_);
    }

    [[nodiscard]] engine kind() const noexcept override { return engine::sqlite; }
    bool is_exactly(std::string_view row) override { return rows_.size() == 1 && rows_.contains(row); }
    std::vector<std::string> rows() override { return {rows_.begin(), rows_.end()}; }

    void open() override {
        const std::string place = purges_         ? "whatever it says"
                                  : rows_.empty() ? "base"
                                                  : fmt::format("{}", fmt::join(rows_, ", "));
        text_ += fmt::format("-- For the sqlite3 program, and a database at {}.\n"
                             ".bail on\nPRAGMA foreign_keys = OFF;\n",
                             place);
    }
    void close() noexcept override {}
    void lock() override {
        text_ += "\nBEGIN IMMEDIATE;\n";
        is_open_ = true;
        if (purges_)
            purge();
        else if (!rows_.empty())
            check_start();
    }
    void run(std::string_view script) override {
        text_ += fmt::format("\n-- Running {}\n\n", render_step(graph_, plan_.steps[next_++]));
        script = trim(script);
        if (script.empty()) return;
        text_.append(for_shell(script)).append(ends_in_semicolon(script) ? "\n" : "\n;\n");
    }
    void run_alone(std::string_view script) override { run(script); }
    void create_version_table() override;
    void write_rows(const std::vector<std::string_view>& removed,
                    const std::vector<std::string_view>& added) override;
    void write_log(const log_record&) override;
    void check() override {
        text_ += "\n-- Rows without the parent that a foreign key names; none, if all is well.\n"
                 "PRAGMA foreign_key_check;\n\n";
    }
    void commit() override { end("COMMIT"); }
    void roll_back() noexcept override {
        if (is_open_) end("ROLLBACK"); // before a statement that runs alone
    }
    // What needs a database at hand is not asked of a script: it has revisions of this history alone, and the
    // options for it name no check, no backup and nobody who listens.
    void read_log(const std::function<void(const logged_revision&)>&) override { no_database(); }
    logged_script logged(std::int64_t) override { no_database(); }
    void on_beat(std::function<void()>) override { no_database(); }
    void verify(verification::check*, const history&, const options&) override { no_database(); }
    std::string back_up(const backup_policy&) override { no_database(); }

private:
    [[noreturn]] static void no_database() { throw std::logic_error("a script has no database at hand"); }
    void check_start();
    void prepare_log();
    void purge() {
        text_ += fmt::format("{}DELETE FROM {};\n", version_table_sql(table_), table_name(table_));
        checked_ = true;
    }
    void end(std::string_view how) {
        text_ += fmt::format("\n{};\n", how);
        is_open_ = false;
    }

    const graph& graph_;
    const std::string table_;
    const plan& plan_;
    std::set<std::string, std::less<>> rows_;
    const bool purges_;    ///< Whether it forgets the rows that are there.
    std::size_t next_ = 0; ///< The step that runs next.
    std::string text_;
    bool is_open_ = false; ///< Whether a transaction is.
    bool checked_ = false;
    bool logged_ = false;
};

/// A statement that fails, with `what` in its message, unless the rows of the version table are as expected.
void script_connection::check_start() {
    checked_ = true;
    const std::string place = rows_.empty() ? "base" : fmt::format("{}", fmt::join(rows_, ","));
    const std::string expected = literal(fmt::format("{}", fmt::join(rows_, ",")));
    text_ += fmt::format(
        "CREATE TEMP TABLE headway_check (version_rows TEXT CONSTRAINT {} CHECK (version_rows = {}));\n"
        "INSERT INTO temp.headway_check SELECT coalesce(group_concat(version_num), '')\n"
        "    FROM (SELECT version_num FROM main.{} ORDER BY version_num);\n"
        "DROP TABLE temp.headway_check;\n",
        quote("this script is for a database at " + place, '"'), expected, quote(table_, '"'));
}

void script_connection::create_version_table() {
    if (checked_) return;
    text_ += version_table_sql(table_);
    check_start();
}

void script_connection::write_rows(const std::vector<std::string_view>& removed,
                                   const std::vector<std::string_view>& added) {
    for (const std::string_view row : removed) {
        text_ += fmt::format("DELETE FROM {} WHERE version_num = {};\n", table_name(table_), literal(row));
        rows_.erase(rows_.find(row));
    }
    for (const std::string_view row : added) {
        text_ += fmt::format("INSERT INTO {} (version_num) VALUES ({});\n", table_name(table_), literal(row));
        rows_.emplace(row);
    }
}

/// Makes the log. SQL alone cannot extend one that an older Headway made, and only if it did: such a script
/// fails, and says how to.
void script_connection::prepare_log() {
    text_ += fmt::format(
        "CREATE TABLE IF NOT EXISTS headway_log{};\n"
        "CREATE TEMP TABLE headway_check (is_complete CONSTRAINT {} CHECK (is_complete));\n"
        "INSERT INTO temp.headway_check SELECT count(*) FROM pragma_table_info('headway_log', 'main')\n"
        "    WHERE name = 'version_table';\n"
        "DROP TABLE temp.headway_check;\n",
        log_columns,
        quote("an older Headway made headway_log: once, before this script, run ALTER TABLE headway_log ADD "
              "COLUMN "
              "version_table TEXT",
              '"'));
    logged_ = true;
}

void script_connection::write_log(const log_record& record) {
    if (!logged_) prepare_log();
    text_ += fmt::format(
        "INSERT INTO headway_log (revision, operation, checksum, started, finished, duration_us, headway,\n"
        "    application, application_version, down, parents, compatible_with, flags, version_table) VALUES "
        "({}, {},\n"
        "    {},\n"
        "    strftime('%Y-%m-%dT%H:%M:%fZ'), strftime('%Y-%m-%dT%H:%M:%fZ'), 0, {}, 'sqlite3',\n"
        "    sqlite_version(), {}, {}, {}, {}, {});\n",
        literal(record.revision), literal(record.operation), literal(record.checksum),
        literal(HEADWAY_VERSION), literal(record.down), literal(record.parents),
        literal(record.compatible_with), record.flags, literal(table_));
}

} // namespace

script_range parse_range(const planned_project& of, const migrate_request& request,
                         std::string_view otherwise) {
    const std::size_t colon = request.target.find(':');
    if (colon == std::string::npos) {
        if (!request.current && otherwise.empty())
            throw usage_error("downgrade with --sql requires <fromrev>:<torev>");
        return {resolve_rows(of.packed(), request.current.value_or(std::string(otherwise))), request.target};
    }
    if (request.current) throw usage_error("--current and FROM:TO both say where the script begins");
    return {resolve_rows(of.packed(), request.target.substr(0, colon)), request.target.substr(colon + 1)};
}

std::string render_script(const planned_project& of, const std::vector<std::string>& rows, const plan& todo) {
    script_connection script(of.revisions(), of.from(), todo, rows, false);
    static_cast<void>(apply(
        script, of.packed(), [&](const auto&) { return todo; }, runtime_options(of.from())));
    return script.take();
}

std::string render_stamp(const planned_project& of, const std::vector<std::string>& rows, const plan& todo,
                         bool purges) {
    script_connection script(of.revisions(), of.from(), todo, purges ? std::vector<std::string>() : rows,
                             purges);
    static_cast<void>(apply_stamp(
        script, of.packed(), [&](const auto&) { return todo; }, runtime_options(of.from())));
    return script.take();
}

} // namespace headway::compiler
