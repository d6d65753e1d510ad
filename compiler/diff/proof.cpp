#include "diff/proof.hpp"

#include "diff/renaming.hpp"
#include "diff/scope.hpp"
#include "diff/virtual_table.hpp"
#include "rows/paired_rows.hpp"
#include "rows/row_comparison.hpp"
#include "schema/compare.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"
#include "sql/statement.hpp"
#include "sql/table_text.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace headway::compiler {
namespace {

class trial {
public:
    trial(const conversion& of, const conversion_plan& plan)
        : of_(of),
          plan_(plan),
          scope_(of),
          wanted_(scope_.part_of(of.to.objects())),
          actual_(scope_.copy(of.from)) {}
    proof run(const std::string& sql);

private:
    void find_pairs(const std::string& sql);
    const schema_object* table_before(const std::string& table) const;
    std::string column_before(const table_pair&, const std::string& column) const;
    bool sow(const table_pair&);
    void sow();
    bool migrate(const std::string& sql);
    void check_schema();
    void check_rows();
    void check_modules();
    void check_search(const schema_object&);
    void check_integrity();
    void fail(std::string sentence, std::string object = {}) {
        result_.failures.push_back({std::move(object), std::move(sentence)});
    }
    std::string subject_of(std::string_view statement) const;
    const backfill* blamed_backfill(std::string_view message, std::string_view statement);
    const backfill* failing_backfill(std::string_view statement);
    static std::set<std::string> complaints_of(SQLite::Database&);
    SQLite::Database& expected() { return expected_ ? *expected_ : expected_.emplace(scope_.copy(of_.to)); }

    const conversion& of_;
    const conversion_plan& plan_;
    const scope scope_;
    const schema wanted_; ///< Of `to`, what is in the scope.
    SQLite::Database actual_;
    std::optional<SQLite::Database> expected_; ///< Once it is asked.
    std::vector<table_pair> pairs_;
    proof result_;
};

const schema_object* trial::table_before(const std::string& table) const {
    return of_.from.find(object_kind::table, compiler::table_before(of_.renamings, table));
}

std::string trial::column_before(const table_pair& pair, const std::string& column) const {
    for (const renaming& one : of_.renamings) {
        if (same_name(one.table, pair.to.name) && same_name(one.column, column)) return fold(one.from);
    }
    const table_column* const same = find_column(*pair.from.structure, column);
    return same && same->hidden != 1 ? fold(column) : std::string();
}

/// Rows of a module that Headway does not know, or of a text that is elsewhere, cannot be put in.
bool takes_rows(const schema_object& table) {
    return !table.structure->is_virtual || rowid_alias(*table.structure) ||
           (is_full_text(table) && content_of(table).value_or("").empty());
}

/// Rows in other tables than the script reaches would show nothing.
void trial::find_pairs(const std::string& sql) {
    const auto reach = tables_in_reach(of_, sql);
    for (const auto& object : wanted_.objects) {
        const bool is_reached = object->kind == object_kind::table && reach.contains(fold(object->name));
        if (!is_reached || !takes_rows(*object)) continue;
        const schema_object* const before = table_before(object->name);
        if (!before || !takes_rows(*before)) continue;
        table_pair& pair = pairs_.emplace_back(table_pair{*before, *object, {}, {}});
        const auto filled = plan_.filled.find(fold(object->name));
        if (filled != plan_.filled.end()) pair.filled = filled->second;
    }
    for (table_pair& pair : pairs_)
        pair.origin = [this, &pair](const std::string& column) { return column_before(pair, column); };
}

/// Lets the text searches over other tables see the rows of those.
void refill_all(SQLite::Database& database, const schema& objects) {
    for (const auto& object : objects.objects) {
        if (object->kind == object_kind::table && !content_of(*object).value_or("").empty())
            database.tryExec(refill(*object));
    }
}

/// Whether there are rows now. A table may have more columns than a statement can give values.
bool trial::sow(const table_pair& pair) {
    try {
        return make_paired_rows(actual_, expected(), pair) > 0;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

void trial::sow() {
    for (const table_pair& pair : pairs_)
        if (!sow(pair) && plan_.filled.contains(fold(pair.to.name))) result_.untried.push_back(pair.to.name);
    refill_all(actual_, scope_.part_of(of_.from.objects()));
    if (expected_) refill_all(*expected_, wanted_);
}

bool is_missing(std::string_view message) {
    return message.starts_with("no such ") || message.starts_with("ambiguous ");
}

/// `b` of `no such column: t.b`.
std::string_view last_name(std::string_view message) {
    return message.substr(message.find_last_of(" .") + 1);
}

bool speaks_of(std::string_view sql, std::string_view name) {
    for (const token& at : tokens(sql))
        if (same_name(unquote(at.in(sql)), name)) return true;
    return false;
}

/// The backfill that gives a value which a constraint refuses, or that speaks of what is not there.
const backfill* trial::blamed_backfill(std::string_view message, std::string_view statement) {
    if (!is_missing(message) && message.find("constraint failed") == message.npos)
        return failing_backfill(statement);
    const auto found = std::find_if(of_.backfills.begin(), of_.backfills.end(), [&](const backfill& one) {
        if (is_missing(message)) return speaks_of(one.expression, last_name(message));
        const std::string column = "." + one.column;
        return message.ends_with(column) || message.find(column + ",") != message.npos;
    });
    return found == of_.backfills.end() ? nullptr : &*found;
}

bool fails(SQLite::Database& database, const std::string& sql) {
    try {
        run_script(database, sql);
        return false;
    } catch (const script_error&) {
        return true;
    }
}

/// The backfill in a statement that cannot be computed for some row.
const backfill* trial::failing_backfill(std::string_view statement) {
    const auto found = std::find_if(of_.backfills.begin(), of_.backfills.end(), [&](const backfill& one) {
        const std::string alone =
            fmt::format("SELECT count(({})) FROM {}", one.expression, quote_name(one.table));
        return statement.find(one.expression) != statement.npos && fails(actual_, alone);
    });
    return found == of_.backfills.end() ? nullptr : &*found;
}

/// What is wrong with a backfill of which SQLite says this.
std::string complaint_about(const backfill& one, std::string_view message) {
    const std::string hint = fmt::format("`@backfill {}`", one.expression);
    if (is_missing(message)) return fmt::format("{} is not understood: {}", hint, message);
    if (message.find("constraint failed") != message.npos)
        return fmt::format("{} does not fit every row that may be there: {}", hint, message);
    return fmt::format(
        "{} cannot be computed for every row that may be there: {}. Let it say what such a row "
        "gets, as by CASE WHEN … THEN … END",
        hint, message);
}

/// The table of which a statement speaks first.
std::string trial::subject_of(std::string_view statement) const {
    for (const token& at : tokens(statement)) {
        const std::string name = unquote(at.in(statement));
        for (const side* one : {&of_.to, &of_.from}) {
            if (const schema_object* const table = one->find(object_kind::table, name))
                return "table " + table->name;
        }
    }
    return {};
}

bool trial::migrate(const std::string& sql) {
    try {
        run_script(actual_, sql);
        return true;
    } catch (const script_error& error) {
        const std::string_view statement = first_statement(std::string_view(sql).substr(error.statement()));
        if (const backfill* const one = blamed_backfill(error.what(), statement)) {
            result_.failures.push_back({fmt::format("column {}.{}", one->table, one->column),
                                        complaint_about(*one, error.what()), false, nowhere, rule::backfill});
            return false;
        }
        const std::string_view rest = std::string_view(sql).substr(std::min(error.offset(), sql.size()));
        fail(fmt::format("SQLite refuses it near `{}`: {}", one_line(rest.substr(0, rest.find(';'))),
                         error.what()),
             subject_of(statement));
        return false;
    }
}

void trial::check_schema() {
    const difference_words words{"is missing", "is left over", "has its columns in another order"};
    for (const difference& one : compare(wanted_, of_.from.read(actual_))) {
        for (std::string& line : describe(one, words))
            fail(std::move(line), fmt::format("{} {}", to_string(one.object), one.name));
    }
}

/// A virtual table can be read: its module may not take its own tables along when it is renamed.
void trial::check_modules() {
    for (const auto& object : wanted_.objects) {
        if (object->kind != object_kind::table || !object->structure->is_virtual) continue;
        const std::string row = fmt::format("SELECT * FROM {} LIMIT 1", quote_name(object->name));
        if (fails(expected(), row) || !fails(actual_, row)) continue;
        fail(fmt::format("table {} can no longer be read, since its module {} loses its own tables",
                         object->name, object->structure->module),
             "table " + object->name);
    }
}

/// A text search finds what it should.
void trial::check_search(const schema_object& table) {
    const auto found = [&](SQLite::Database& in) {
        const std::string name = quote_name(table.name);
        SQLite::Statement rows(in, fmt::format("SELECT rowid FROM {} WHERE {} MATCH 'a* OR b* OR x* OR 1*'"
                                               " ORDER BY rowid",
                                               name, name));
        std::vector<std::int64_t> result;
        while (rows.executeStep())
            result.push_back(rows.getColumn(0).getInt64());
        return result;
    };
    if (found(expected()) != found(actual_))
        fail(fmt::format("table {} finds other rows", table.name), "table " + table.name);
}

void trial::check_rows() {
    for (const table_pair& pair : pairs_) {
        if (auto difference = compare_rows(expected(), actual_, pair))
            fail(std::move(*difference), "table " + pair.to.name);
    }
    for (const auto& object : wanted_.objects) {
        const schema_object* const before = table_before(object->name);
        const bool searched = object->kind == object_kind::table && is_full_text(*object) &&
                              !(before && takes_text_over(*before, *object));
        const bool filled = std::any_of(plan_.filled.begin(), plan_.filled.end(),
                                        [](const auto& table) { return !table.second.empty(); });
        if (searched && !filled) check_search(*object);
    }
}

std::set<std::string> trial::complaints_of(SQLite::Database& database) {
    std::set<std::string> result;
    SQLite::Statement lines(database, "PRAGMA integrity_check");
    while (lines.executeStep())
        result.insert(lines.getColumn(0).getString());
    return result;
}

/// SQLite complains of some sound tables WITHOUT ROWID; it does so of those that nobody converted, too.
void trial::check_integrity() {
    const std::set<std::string> found = complaints_of(actual_);
    if (found == std::set<std::string>{"ok"}) return;
    const std::set<std::string> usual = complaints_of(expected());
    for (const std::string& complaint : found) {
        if (complaint != "ok" && !usual.contains(complaint)) fail(complaint);
    }
}

proof trial::run(const std::string& sql) {
    find_pairs(sql);
    sow();
    if (!migrate(sql)) return std::move(result_);
    check_schema();
    if (result_.failures.empty()) check_modules();
    if (result_.failures.empty()) check_rows();
    if (result_.failures.empty()) check_integrity();
    return std::move(result_);
}

} // namespace

proof prove(const conversion& of, const conversion_plan& plan, const std::string& sql) {
    return trial(of, plan).run(sql);
}

} // namespace headway::compiler
