#include "diff/hazards.hpp"

#include "diff/rebuild.hpp"
#include "schema/name.hpp"
#include "schema/rowid.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway {
namespace {

/// Key columns and their collations, in no order: what a unique index promises.
std::set<std::string> promise_of(const index_structure& index) {
    std::set<std::string> result;
    for (const index_structure::part& part : index.parts) {
        if (part.key) result.insert(part.column + " " + part.collation);
    }
    return result;
}

bool promises(const table_structure& table, const index_structure& wanted) {
    const bool plain = std::none_of(wanted.parts.begin(), wanted.parts.end(),
                                    [](const index_structure::part& part) { return part.expression; });
    const std::set<std::string> promise = promise_of(wanted);
    if (const table_column* alias = rowid_alias(table);
        alias && promise.contains(fold(alias->name) + " binary"))
        return true;
    return plain && std::any_of(table.constraints.begin(), table.constraints.end(),
                                [&](const index_structure& one) { return promise_of(one) == promise; });
}

std::string columns_of(const index_structure& index) {
    std::string result;
    for (const index_structure::part& part : index.parts) {
        if (!part.key) continue;
        result +=
            (result.empty() ? "" : ", ") + (part.column.empty() ? std::string("an expression") : part.column);
    }
    return result;
}

/// The CHECK constraints of a statement, each as its lexemes in brackets.
std::vector<lexemes> checks_of(const lexemes& statement) {
    std::vector<lexemes> result;
    for (auto at = statement.begin(); at != statement.end(); ++at) {
        if (*at != lexeme{lexeme_kind::word, "check"}) continue;
        int depth = 0;
        const auto close = std::find_if(at + 1, statement.end(), [&](const lexeme& one) {
            depth += one.text == "(" ? 1 : one.text == ")" ? -1 : 0;
            return depth == 0;
        });
        if (close != statement.end()) result.emplace_back(at + 1, close + 1);
    }
    return result;
}

/// Tells what a change may cost, property by property.
class appraiser {
public:
    appraiser(const table_task& task, table_change& result)
        : task_(task),
          from_structure_(*task.from.structure),
          to_structure_(*task.to.structure),
          result_(result) {}
    void run();

private:
    void add(std::string code, std::string object, std::string message) {
        result_.text.hazards.push_back({std::move(code), std::move(object), std::move(message)});
    }
    std::string table() const { return "table " + task_.to.name; }
    void lost_columns();
    void kept_columns();
    void kept_column(const table_column& before, const table_column& now);
    void unique_keys();
    void checks();
    void foreign_keys();
    void counter();
    bool is_null_everywhere(const std::string& column) const;
    bool speaks_of_old_values(const lexemes& check) const;

    const table_task& task_;
    const table_structure& from_structure_;
    const table_structure& to_structure_;
    table_change& result_;
};

void appraiser::lost_columns() {
    for (const table_column& column : from_structure_.columns) {
        if (column.hidden != 0 || find_column(to_structure_, column.name)) continue;
        add("values-lost", fmt::format("column {}.{}", task_.to.name, column.name), "its values are lost");
    }
}

void appraiser::kept_column(const table_column& before, const table_column& now) {
    const std::string object = fmt::format("column {}.{}", task_.to.name, now.name);
    if (now.generated()) {
        if (!before.generated()) add("values-lost", object, "its values are computed from now on");
        return;
    }
    const bool strict = to_structure_.strict && now.type_meaning != "any" &&
                        rowid_alias(from_structure_) != &before; // a rowid is an integer
    if (strict && (!from_structure_.strict || before.type_meaning != now.type_meaning)) {
        add("constraint", object, fmt::format("a value that is no {} makes the upgrade fail", now.type));
    } else if (neutral_value(before) != neutral_value(now) && neutral_value(now) != "x''") { // BLOB takes all
        add("values-changed", object,
            fmt::format("values are converted to {} where they look like it", now.type));
    }
    const bool filled =
        std::any_of(result_.text.hazards.begin(), result_.text.hazards.end(), [&](const hazard& one) {
            return one.object == object && one.message.starts_with("NULL");
        });
    if (now.not_null && !before.not_null && rowid_alias(from_structure_) != &before && !filled)
        add("constraint", object, "a row with NULL makes the upgrade fail");
}

void appraiser::kept_columns() {
    for (const table_column& column : to_structure_.columns) {
        const table_column* const before = find_column(from_structure_, column.name);
        if (before && before->hidden != 1 && column.hidden != 1) kept_column(*before, column);
    }
}

/// Of a new column that nothing gives values.
bool appraiser::is_null_everywhere(const std::string& name) const {
    const table_column* const column = find_column(to_structure_, name);
    return column && !column->generated() && !find_column(from_structure_, name) &&
           column->default_value.empty() && column->primary_key == 0 && !result_.filled.contains(fold(name));
}

void appraiser::unique_keys() {
    for (const index_structure& index : to_structure_.constraints) {
        const bool has_nulls = std::any_of(index.parts.begin(), index.parts.end(), [&](const auto& part) {
            return part.key && is_null_everywhere(part.column);
        });
        if (has_nulls || promises(from_structure_, index)) continue;
        add("constraint", table(),
            fmt::format("two rows alike in ({}) make the upgrade fail", columns_of(index)));
    }
    const table_column* const key = rowid_alias(to_structure_);
    const table_column* const before = key ? find_column(from_structure_, key->name) : nullptr;
    if (before && rowid_alias(from_structure_) != before && !to_structure_.is_virtual) {
        add("constraint", fmt::format("column {}.{}", task_.to.name, key->name),
            fmt::format("{}a value that is no whole number, or that two rows share, makes the upgrade fail",
                        before->not_null ? "" : "NULL becomes a number that SQLite chooses; "));
    }
}

/// Otherwise a check is the same in all rows, and the proof has seen what it says.
bool appraiser::speaks_of_old_values(const lexemes& check) const {
    return std::any_of(check.begin(), check.end(), [&](const lexeme& one) {
        const table_column* const column = find_column(to_structure_, one.text);
        return column && (column->generated() || find_column(from_structure_, one.text) ||
                          result_.filled.contains(fold(one.text)));
    });
}

void appraiser::checks() {
    const std::vector<lexemes> before = checks_of(task_.from.meaning);
    for (const lexemes& check : checks_of(task_.to.meaning)) {
        const bool known = std::find(before.begin(), before.end(), check) != before.end();
        if (known || !speaks_of_old_values(check)) continue;
        add("constraint", table(),
            fmt::format("a row that breaks CHECK {} makes the upgrade fail", to_string(check)));
    }
}

void appraiser::foreign_keys() {
    const auto& before = from_structure_.foreign_keys;
    for (const foreign_key& key : to_structure_.foreign_keys) {
        const bool known = std::any_of(before.begin(), before.end(), [&](const foreign_key& one) {
            return one.table == key.table && one.from == key.from && one.to == key.to;
        });
        const bool has_nulls = std::any_of(key.from.begin(), key.from.end(), [&](const std::string& column) {
            return is_null_everywhere(column);
        });
        if (known || has_nulls) continue;
        add("constraint", table(),
            fmt::format("a row without its row in {} makes the upgrade fail", key.table));
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
    }
    if (result_.rebuilt) add("table-rewritten", table(), "all its rows are written anew");
}

} // namespace

void add_hazards(const table_task& task, table_change& result) {
    appraiser(task, result).run();
}

std::optional<hazard> unique_hazard(const schema_object& index, const schema_object& table_before) {
    if (!index.index->unique || promises(*table_before.structure, *index.index)) return {};
    return hazard{"constraint", "index " + index.name,
                  fmt::format("two rows alike in ({}) make the upgrade fail", columns_of(*index.index))};
}

} // namespace headway
