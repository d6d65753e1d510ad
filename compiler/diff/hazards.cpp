#include "diff/hazards.hpp"

#include "rows/made_rows.hpp"
#include "rows/value.hpp"
#include "schema/checks.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

std::string columns_of(const index_structure& index) {
    std::string result;
    for (const index_structure::part& part : index.parts) {
        if (part.key) result += (result.empty() ? "" : ", ") + part.column;
    }
    return result;
}

/// What stands in the first brackets of CREATE INDEX, as it is written.
std::string indexed_columns(const schema_object& index) {
    const std::string sql = one_line(index.sql);
    std::size_t begin = sql.size();
    int depth = 0;
    for (const token& at : tokens(sql)) {
        if (sql[at.begin] == '(' && depth++ == 0) begin = at.end;
        if (sql[at.begin] == ')' && --depth == 0) return sql.substr(begin, at.begin - begin);
    }
    return {};
}

/// What becomes of values that a column of this type does not take as they are.
std::string conversion_of(const table_column& before, const table_column& now) {
    const std::string_view kind = neutral_value(now);
    if (kind == "''") return "numbers become text";
    if (kind == "0" && neutral_value(before) == "0.0") return "whole numbers become integers";
    if (kind == "0") return "text that looks like a number becomes one";
    return neutral_value(before) == "0" ? "integers become floating-point numbers"
                                        : "text that looks like a number becomes a floating-point number";
}

/// Tells what a change may cost, property by property.
class appraiser {
public:
    appraiser(const table_task& task, table_change& result)
        : task_(task),
          from_structure_(*task.from.structure),
          to_structure_(*task.to.structure),
          rows_(task.from, task.to, task.indexes_before, result.filled, result.nulls_replaced),
          result_(result) {}
    void run();

private:
    void add(std::string code, std::string object, std::string message, std::size_t statement = 0) {
        result_.text.hazards.push_back({.code = std::move(code),
                                        .object = std::move(object),
                                        .message = std::move(message),
                                        .statement = statement});
    }
    std::string table() const { return "table " + task_.to.name; }
    std::string column(const table_column& one) const {
        return fmt::format("column {}.{}", task_.to.name, one.name);
    }
    /// The first statement that is about one of these columns.
    template <class Names>
    std::size_t statement_about(const Names& columns) const {
        const auto& about = result_.about;
        const auto found =
            std::find_first_of(about.begin(), about.end(), columns.begin(), columns.end(),
                               [](const std::string& a, const std::string& b) { return same_name(a, b); });
        return found == about.end() ? 0 : static_cast<std::size_t>(found - about.begin());
    }
    void lost_columns();
    void kept_columns();
    void kept_column(const table_column& before, const table_column& now);
    void computed_column(const table_column* before, const table_column& now);
    void unique_keys();
    void rowid_key();
    void checks();
    void foreign_keys();
    void bounds();
    void counter();

    const table_task& task_;
    const table_structure& from_structure_;
    const table_structure& to_structure_;
    const carried_rows rows_;
    table_change& result_;
};

void appraiser::lost_columns() {
    for (const table_column& one : from_structure_.columns) {
        if (one.hidden != 0 || find_column(to_structure_, one.name)) continue;
        add("values-lost", column(one), "its values are lost", statement_about(std::array{one.name}));
    }
}

/// `before` is null for a new column.
void appraiser::computed_column(const table_column* before, const table_column& now) {
    if (before && !before->generated())
        add("values-lost", column(now), "its values are computed from now on");
    const bool keeps = before && rows_.keeps(now.name);
    const std::size_t statement = statement_about(std::array{now.name});
    if (now.not_null && !(keeps && before->not_null))
        add("constraint", column(now), "a row for which it is NULL makes the migration fail", statement);
    if (to_structure_.strict && now.type_meaning != "any" && !(keeps && from_structure_.strict))
        add("constraint", column(now),
            fmt::format("a row for which it is no {} makes the migration fail", now.type), statement);
}

void appraiser::kept_column(const table_column& before, const table_column& now) {
    if (now.generated()) return computed_column(&before, now);
    const bool converted = converts(from_structure_, before, to_structure_, now);
    const bool is_rowid = rowid_alias(from_structure_) == &before;
    if (converted) {
        add("values-changed", column(now),
            to_structure_.module == "rtree_i32" ? "fractions are cut off" : conversion_of(before, now));
    }
    const bool strict =
        to_structure_.strict && now.type_meaning != "any" && !is_rowid; // a rowid is an integer
    if (strict && (!from_structure_.strict || before.type_meaning != now.type_meaning)) {
        add("constraint", column(now),
            fmt::format("a value that {} {} makes the migration fail",
                        converted ? "cannot be converted to" : "is no", now.type));
    }
    if (now.not_null && !before.not_null && !is_rowid && !result_.nulls_replaced.contains(fold(now.name)))
        add("constraint", column(now), "a row with NULL makes the migration fail");
}

void appraiser::kept_columns() {
    for (const table_column& one : to_structure_.columns) {
        const table_column* const before = find_column(from_structure_, one.name);
        if (before && before->hidden != 1 && one.hidden != 1) kept_column(*before, one);
        if (!before && one.generated()) computed_column(nullptr, one);
    }
}

/// A column that becomes the rowid.
void appraiser::rowid_key() {
    const table_column* const key = rowid_alias(to_structure_);
    const table_column* const before = key ? find_column(from_structure_, key->name) : nullptr;
    if (!before || rowid_alias(from_structure_) == before) return;
    index_structure alone;
    alone.parts.push_back({fold(key->name), false, false, "binary", true});
    const bool integers = from_structure_.strict && before->type_meaning.starts_with("int");
    std::string culprit = integers ? "" : "a value that is no whole number";
    if (!rows_.is_unique(alone, nullptr))
        culprit += integers ? "a value that two rows share" : ", or that two rows share,";
    std::string message = before->not_null ? "" : "NULL becomes a number that SQLite chooses";
    if (!culprit.empty()) message += (message.empty() ? "" : "; ") + culprit + " makes the migration fail";
    if (!message.empty()) add("constraint", column(*key), std::move(message));
}

void appraiser::unique_keys() {
    for (const index_structure& index : to_structure_.constraints) {
        if (!rows_.is_unique(index, nullptr))
            add("constraint", table(),
                fmt::format("two rows alike in ({}) make the migration fail", columns_of(index)));
    }
    rowid_key();
}

/// A check that speaks of no old values is the same in all rows, and the proof has seen what it says.
void appraiser::checks() {
    const std::vector<lexemes> before = checks_of(task_.from.meaning);
    for (const lexemes& check : checks_of(task_.to.meaning)) {
        const bool known = std::find(before.begin(), before.end(), check) != before.end();
        if (!rows_.speaks_of_values(check) || (known && rows_.keeps_meaning(check))) continue;
        std::vector<std::string> words;
        for (const lexeme& one : check)
            words.push_back(one.text);
        add("constraint", table(),
            fmt::format("a row that breaks CHECK {} makes the migration fail", to_string(check)),
            statement_about(words));
    }
}

void appraiser::foreign_keys() {
    const auto& before = from_structure_.foreign_keys;
    for (const foreign_key& key : to_structure_.foreign_keys) {
        const bool known = std::any_of(before.begin(), before.end(), [&](const foreign_key& one) {
            return one.table == key.table && one.from == key.from && one.to == key.to;
        });
        const auto kept = [&](const std::string& name) { return rows_.keeps(name); };
        const auto is_null = [&](const std::string& name) { return rows_.is_null(name); };
        if ((known && std::all_of(key.from.begin(), key.from.end(), kept)) ||
            std::any_of(key.from.begin(), key.from.end(), is_null))
            continue;
        add("constraint", table(),
            fmt::format("a row without its row in {} makes the migration fail", key.table),
            statement_about(key.from));
    }
}

/// Behind the id of an R-tree stand pairs of bounds, the lower one first (https://sqlite.org/rtree.html).
void appraiser::bounds() {
    if (!from_structure_.module.starts_with("rtree"))
        add("values-changed", table(), "bounds are kept with 32 bits, rounded outwards");
    const auto& before = from_structure_.columns;
    const auto& now = to_structure_.columns;
    for (std::size_t at = 1; at + 1 < now.size(); at += 2) {
        const bool kept = from_structure_.module.starts_with("rtree") && at + 1 < before.size() &&
                          same_name(before[at].name, now[at].name) &&
                          same_name(before[at + 1].name, now[at + 1].name);
        if (kept) continue;
        add("constraint", table(),
            fmt::format("a row whose {} is above its {} makes the migration fail", now[at].name,
                        now[at + 1].name));
    }
}

/// The highest number ever given is forgotten with AUTOINCREMENT.
void appraiser::counter() {
    const lexeme keyword{lexeme_kind::word, "autoincrement"};
    const auto counts = [&](const schema_object& one) {
        return std::find(one.meaning.begin(), one.meaning.end(), keyword) != one.meaning.end();
    };
    if (counts(task_.from) && !counts(task_.to))
        add("values-lost", table(), "the counter of AUTOINCREMENT is lost");
}

void appraiser::run() {
    lost_columns();
    kept_columns();
    if (!to_structure_.is_virtual) {
        unique_keys();
        checks();
        foreign_keys();
        counter();
    } else if (to_structure_.module.starts_with("rtree")) {
        bounds();
    }
    if (result_.rewriting)
        add("table-rewritten", table(), "all its rows are written anew", *result_.rewriting);
}

} // namespace

void add_hazards(const table_task& task, table_change& result) {
    appraiser(task, result).run();
}

std::optional<hazard> unique_hazard(const schema_object& index, const carried_rows& rows) {
    if (!index.index->unique || rows.is_unique(*index.index, &index)) return {};
    return hazard{"constraint", "index " + index.name,
                  fmt::format("two rows alike in ({}) make the migration fail", indexed_columns(index))};
}

} // namespace headway::compiler
