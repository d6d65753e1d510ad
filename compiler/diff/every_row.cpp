#include "diff/every_row.hpp"

#include "schema/rowid.hpp"
#include "sql/language.hpp"
#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace headway::compiler {
namespace {

/// A CHECK of a table: the expression in its brackets, with them.
std::vector<std::string_view> check_texts(std::string_view sql) {
    std::vector<std::string_view> result;
    for (const token& at : tokens(sql)) {
        if (!same_name(at.in(sql), "check")) continue;
        const std::size_t begin = next_meaning(sql, at.end).begin;
        int depth = 0;
        for (const token& in : tokens(sql, begin)) {
            depth += in.in(sql) == "(" ? 1 : in.in(sql) == ")" ? -1 : 0;
            if (depth > 0) continue;
            if (in.in(sql) == ")") result.push_back(sql.substr(begin, in.end - begin));
            break;
        }
    }
    return result;
}

/// A column with a value that is the same in every row.
struct constant {
    const table_column* column;
    std::string value;   ///< Empty for its default.
    bool is_same = true; ///< Each time, and not of the same type alone.
};

/// Whether SQLite itself has all the functions that an expression calls.
bool calls_builtins_alone(const lexemes& expression, SQLite::Database& database) {
    for (std::size_t at = 0; at + 1 < expression.size(); ++at) {
        if (expression[at].kind != lexeme_kind::word || expression[at + 1].text != "(") continue;
        SQLite::Statement builtin(
            database, "SELECT 1 FROM pragma_function_list WHERE name = ? COLLATE NOCASE AND builtin");
        builtin.bind(1, expression[at].text);
        if (!builtin.executeStep()) return false;
    }
    return true;
}

class trial_of_constants {
public:
    trial_of_constants(const table_task& task, const table_change& change, const side& to)
        : task_(task), scratch_(to.empty()) {
        for (const table_column& column : task.to.structure->columns)
            add(column, change);
    }
    std::string run();

private:
    void add(const table_column&, const table_change&);
    std::vector<std::string> parts() const;
    bool speaks_of_constants_alone(std::string_view check) const;
    bool is_constant(const table_column& column) const {
        return std::any_of(constants_.begin(), constants_.end(),
                           [&](const constant& one) { return one.column == &column && one.is_same; });
    }

    const table_task& task_;
    SQLite::Database scratch_;
    std::vector<constant> constants_;
};

void trial_of_constants::add(const table_column& column, const table_change& change) {
    const bool is_new = !find_column(*task_.from.structure, column.name) && column.hidden == 0 &&
                        rowid_alias(*task_.to.structure) != &column;
    if (!is_new) return;
    if (const auto given = change.values.find(fold(column.name)); given != change.values.end()) {
        if (is_literal(normalise(given->second, statement_kind::other)))
            constants_.push_back({&column, given->second});
    } else if (column.default_value.empty() || is_literal(column.default_meaning)) {
        constants_.push_back({&column, {}});
    } else if (calls_builtins_alone(column.default_meaning, scratch_)) {
        constants_.push_back({&column, {}, false});
    }
}

/// Whether a CHECK speaks of such columns, and of no others.
bool trial_of_constants::speaks_of_constants_alone(std::string_view check) const {
    bool any = false;
    for (const token& at : tokens(check)) {
        if (at.kind != token_kind::word && at.kind != token_kind::quoted_name) continue;
        const std::string name = unquote(at.in(check));
        const table_column* const column = find_column(*task_.to.structure, name);
        if (column && !is_constant(*column)) return false;
        any = any || column;
    }
    return any;
}

std::vector<std::string> trial_of_constants::parts() const {
    std::vector<std::string> result;
    for (const constant& one : constants_) {
        const std::string collation = collation_of(definition_of(task_.to.sql, one.column->name));
        result.push_back(fmt::format(
            "{} {} COLLATE {}{}", quote_name(one.column->name), one.column->type, quote_name(collation),
            one.column->default_value.empty() ? "" : " DEFAULT " + one.column->default_value));
    }
    for (const std::string_view check : check_texts(task_.to.sql)) {
        if (speaks_of_constants_alone(check)) result.push_back(fmt::format("CHECK {}", check));
    }
    return result;
}

std::string trial_of_constants::run() {
    if (constants_.empty()) return {};
    std::vector<std::string> names, values;
    for (const constant& one : constants_) {
        if (one.value.empty()) continue;
        names.push_back(quote_name(one.column->name));
        values.push_back(one.value);
    }
    const std::string table = quote_name(task_.to.name);
    try {
        scratch_.exec(fmt::format("CREATE TABLE {} ({}){}", table, fmt::join(parts(), ", "),
                                  task_.to.structure->strict ? " STRICT" : ""));
    } catch (const SQLite::Exception&) {
        return {}; // it says more than these columns can
    }
    try {
        scratch_.exec(names.empty() ? fmt::format("INSERT INTO {} DEFAULT VALUES", table)
                                    : fmt::format("INSERT INTO {} ({}) VALUES ({})", table,
                                                  fmt::join(names, ", "), fmt::join(values, ", ")));
    } catch (const SQLite::Exception& refused) {
        return refused.what();
    }
    return {};
}

} // namespace

bool is_literal(const lexemes& all) {
    if (all.empty() || all.size() > 2) return false;
    if (all.size() == 2 && all[0].text != "-" && all[0].text != "+") return false;
    const lexeme& last = all.back();
    return last.kind == lexeme_kind::literal ||
           (last.kind == lexeme_kind::word &&
            (last.text == "null" || last.text == "true" || last.text == "false"));
}

std::string refusal_of_every_row(const table_task& task, const table_change& change, const side& to) {
    if (task.from.structure->is_virtual || task.to.structure->is_virtual) return {};
    return trial_of_constants(task, change, to).run();
}

} // namespace headway::compiler
