#include "diff/rebuild.hpp"

#include "rows/value.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// A column of the new table and the expression over the old one that it is filled with.
struct filling {
    std::string column;
    std::string expression;
};

/// What the default of a column is as an expression; empty if it has none or NULL.
std::string default_expression(const table_column& column) {
    const lexemes& meaning = column.default_meaning;
    if (meaning.size() != 1) return column.default_value;
    if (meaning[0].text.starts_with('\'')) return quote_string(std::string_view(meaning[0].text).substr(1));
    return meaning[0].text == "null" ? std::string() : column.default_value;
}

class rebuilder {
public:
    rebuilder(const table_task& task, const side& to)
        : task_(task),
          to_(to),
          old_(*task.from.structure),
          new_(*task.to.structure),
          old_rowid_(rowid_expression(old_)) {}
    table_change run();

private:
    void fill_rowid();
    void fill(const table_column&);
    void fill_kept(const table_column& before, const table_column& now);
    void fill_new(const table_column&);
    void fill_key(const table_column&);
    std::string fallback(const table_column&);
    bool is_unique(const table_column&) const;
    bool is_foreign(const table_column&) const;
    const table_column* former_name(const table_column&) const;
    std::string question_about(const table_column&) const;
    void refuse(const table_column&);
    void add(const std::string& column, std::string expression) {
        fillings_.push_back({quote_name(column), std::move(expression)});
    }
    void fill_anything();
    std::string insert() const;
    void carry_counter();

    const table_task& task_;
    const side& to_;
    const table_structure& old_;
    const table_structure& new_;
    std::string old_rowid_;
    std::vector<filling> fillings_;
    table_change result_;
};

/// Keeps the rows where they are if no column of the new table says where.
void rebuilder::fill_rowid() {
    if (!old_rowid_.empty() && has_hidden_rowid(new_))
        fillings_.push_back({std::string(rowid_name(new_)), old_rowid_});
}

bool rebuilder::is_unique(const table_column& column) const {
    const auto covers = [&](const index_structure& index) {
        return index.unique && std::any_of(index.parts.begin(), index.parts.end(), [&](const auto& part) {
                   return part.key && part.column == fold(column.name);
               });
    };
    const auto indexes = to_.indexes_of(task_.to.name);
    return column.primary_key > 0 || std::any_of(new_.constraints.begin(), new_.constraints.end(), covers) ||
           std::any_of(indexes.begin(), indexes.end(), [&](const auto& one) { return covers(*one->index); });
}

/// A column that is gone, by which the new one may have been called: one of its type if there is one.
const table_column* rebuilder::former_name(const table_column& column) const {
    const table_column* any = nullptr;
    for (const table_column& old : old_.columns) {
        if (old.hidden != 0 || find_column(new_, old.name)) continue;
        if (old.type_meaning == column.type_meaning) return &old;
        if (!any) any = &old;
    }
    return any;
}

/// What is asked of the user for a column without values: whether it is another one by a new name comes
/// first, since with that its values are kept.
std::string rebuilder::question_about(const table_column& column) const {
    const table_column* const former = former_name(column);
    return fmt::format(
        "column {}.{} is NOT NULL and new, and nothing says what it is in the rows that exist. "
        "{}ive it a DEFAULT, or say it on the column's line in the schema: `-- @backfill {}`",
        task_.to.name, column.name,
        former ? fmt::format("If it is {} by another name, say so on its line in the schema, which "
                             "keeps the values: `-- @renamed from={}`. Otherwise g",
                             former->name, quote_name(former->name))
               : "G",
        neutral_value(column));
}

void rebuilder::refuse(const table_column& column) {
    const std::string message =
        task_.restoring
            ? fmt::format("column {}.{} is NOT NULL, and its values are lost", task_.to.name, column.name)
            : question_about(column);
    result_.refusals.push_back(
        {fmt::format("column {}.{}", task_.to.name, column.name), message, false, nowhere, rule::backfill});
}

bool rebuilder::is_foreign(const table_column& column) const {
    const std::string name = fold(column.name);
    return std::any_of(new_.foreign_keys.begin(), new_.foreign_keys.end(), [&](const foreign_key& key) {
        return std::find(key.from.begin(), key.from.end(), name) != key.from.end();
    });
}

/// What stands in for a value that is not there: the hint's expression, the default, or when taking back a
/// change, a neutral value. Empty if there is nothing.
std::string rebuilder::fallback(const table_column& column) {
    const auto hint = task_.backfills.find(fold(column.name));
    if (hint != task_.backfills.end()) return hint->second;
    if (std::string value = default_expression(column); !value.empty()) return value;
    if (!task_.restoring || is_foreign(column)) return {};
    if (!is_unique(column) || old_rowid_.empty()) return std::string(neutral_value(column));
    if (neutral_value(column) == "''") return fmt::format("CAST({} AS TEXT)", old_rowid_);
    return neutral_value(column) == "x''" ? fmt::format("CAST({} AS BLOB)", old_rowid_) : old_rowid_;
}

void rebuilder::fill_kept(const table_column& before, const table_column& now) {
    const bool nulls = now.not_null && !before.not_null && rowid_alias(old_) != &before;
    const std::string instead = nulls ? fallback(now) : std::string();
    std::string value = quote_name(before.name);
    if (!instead.empty()) {
        value = fmt::format("coalesce({}, {})", value, instead);
        result_.nulls_replaced.insert(fold(now.name));
        result_.text.hazards.push_back({"values-changed",
                                        fmt::format("column {}.{}", task_.to.name, now.name),
                                        fmt::format("NULL becomes {}", instead)});
    }
    add(now.name, value);
}

/// A new rowid column takes the rowid; any other key has to be given.
void rebuilder::fill_key(const table_column& column) {
    if (!old_rowid_.empty()) add(column.name, old_rowid_);
}

void rebuilder::fill_new(const table_column& column) {
    const bool hinted = task_.backfills.contains(fold(column.name));
    if (!hinted && !default_expression(column).empty()) return;
    const std::string value = hinted || column.not_null ? fallback(column) : std::string();
    if (column.not_null && value.empty()) return refuse(column);
    if (value.empty()) return;
    add(column.name, value);
    result_.filled.insert(fold(column.name));
    result_.values[fold(column.name)] = value;
}

void rebuilder::fill(const table_column& column) {
    if (column.hidden != 0) return;
    const table_column* const before = find_column(old_, column.name);
    const bool key = rowid_alias(new_) == &column;
    if (before && before->hidden != 1) {
        fill_kept(*before, column);
    } else if (key && !task_.backfills.contains(fold(column.name))) {
        fill_key(column);
    } else {
        fill_new(column);
    }
}

/// Where the tables have nothing in common, the rows are still to be as many.
void rebuilder::fill_anything() {
    const auto column = std::find_if(new_.columns.begin(), new_.columns.end(),
                                     [](const table_column& one) { return one.hidden == 0; });
    const std::string value = default_expression(*column);
    add(column->name, value.empty() ? "NULL" : value);
}

std::string rebuilder::insert() const {
    std::vector<std::string> columns, expressions;
    for (const filling& one : fillings_) {
        columns.push_back(one.column);
        expressions.push_back(one.expression);
    }
    // Otherwise a conflict clause of the new table would drop rows that clash instead of failing.
    const bool conflicts = std::find(task_.to.meaning.begin(), task_.to.meaning.end(),
                                     lexeme{lexeme_kind::word, "conflict"}) != task_.to.meaning.end();
    return fmt::format("INSERT {}INTO {} ({})\nSELECT {} FROM {};", conflicts ? "OR ABORT " : "",
                       quote_name(task_.unused_name), fmt::join(columns, ", "), fmt::join(expressions, ", "),
                       quote_name(task_.from.name));
}

void rebuilder::carry_counter() {
    if (!is_autoincrement(task_.from) || !is_autoincrement(task_.to)) return;
    const std::string now = quote_string(task_.unused_name);
    result_.text.statements.push_back(fmt::format("DELETE FROM sqlite_sequence WHERE name = {};", now));
    result_.text.statements.push_back(fmt::format(
        "INSERT INTO sqlite_sequence (name, seq)\nSELECT {}, seq FROM sqlite_sequence WHERE name = {};", now,
        quote_string(task_.from.name)));
}

table_change rebuilder::run() {
    result_.rebuilt = true;
    result_.rewriting = 0;
    fill_rowid();
    for (const table_column& column : new_.columns)
        fill(column);
    std::vector<std::string>& statements = result_.text.statements;
    const std::string name = quote_name(task_.to.name);
    const std::string unused = quote_name(task_.unused_name);
    if (fillings_.empty()) fill_anything();
    statements.push_back(to_.statement(task_.to, with_table_name(task_.to, unused)));
    statements.push_back(insert());
    carry_counter();
    statements.push_back(fmt::format("DROP TABLE {};", quote_name(task_.from.name)));
    statements.push_back(fmt::format("ALTER TABLE {} RENAME TO {};", unused, name));
    for (const auto& index : to_.indexes_of(task_.to.name))
        statements.push_back(to_.statement(*index));
    return std::move(result_);
}

} // namespace

table_change rebuild_table(const table_task& task, const side& to) {
    return rebuilder(task, to).run();
}

std::string with_table_name(const schema_object& table, const std::string& name) {
    const std::string sql = without_hints(table.sql);
    // CREATE TABLE or CREATE VIRTUAL TABLE, then the name.
    int words_before = table.structure->is_virtual ? 3 : 2;
    std::string result;
    for (const token& at : all_tokens(sql)) {
        const std::string_view text = at.in(sql);
        const bool names = at.kind == token_kind::word || at.kind == token_kind::quoted_name;
        const token next = next_meaning(sql, at.end);
        const bool qualifies = names && next.begin < sql.size() && sql[next.begin] == '.';
        const bool means_table = words_before < 0 && qualifies && same_name(unquote(text), table.name);
        const bool spoken = names || at.kind == token_kind::string;
        result += means_table || (spoken && words_before == 0) ? std::string_view(name) : text;
        if (spoken) --words_before;
    }
    return result;
}

} // namespace headway::compiler
