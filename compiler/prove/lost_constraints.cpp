#include "prove/remade_tables.hpp"
#include "read/place.hpp"
#include "schema/rowid.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace headway::compiler {
namespace {

using column_names = std::set<std::string>; ///< Folded.

column_names keys_of(const index_structure& index) {
    column_names result;
    for (const auto& part : index.parts)
        if (part.key) result.insert(part.column);
    return result;
}

bool has_all(const table_structure& table, const column_names& columns) {
    return std::all_of(columns.begin(), columns.end(),
                       [&](const std::string& each) { return find_column(table, each) != nullptr; });
}

/// The expressions of CHECK in a table's statement, with their brackets.
std::vector<lexemes> checks_of(const schema_object& table) {
    std::vector<lexemes> result;
    const lexemes& all = table.meaning;
    for (std::size_t at = 0; at + 1 < all.size(); ++at) {
        if (all[at] != lexeme{lexeme_kind::word, "check"} || all[at + 1].text != "(") continue;
        lexemes& expression = result.emplace_back();
        int depth = 0;
        for (++at; at < all.size(); ++at) {
            expression.push_back(all[at]);
            if (all[at].kind == lexeme_kind::symbol && all[at].text == "(") ++depth;
            if (all[at].kind == lexeme_kind::symbol && all[at].text == ")" && --depth == 0) break;
        }
    }
    return result;
}

column_names columns_in(const lexemes& expression, const table_structure& table) {
    column_names result;
    for (const lexeme& each : expression) {
        if (each.kind == lexeme_kind::literal || each.kind == lexeme_kind::symbol) continue;
        if (find_column(table, each.text) != nullptr) result.insert(fold(each.text));
    }
    return result;
}

bool has_word(const schema_object& table, const char* word) {
    return std::find(table.meaning.begin(), table.meaning.end(), lexeme{lexeme_kind::word, word}) !=
           table.meaning.end();
}

/// What a table held its rows to and the one in its place does not, as far as that has the columns.
class lost_constraints {
public:
    lost_constraints(const proven_step& step, const remade_table& of)
        : step_(step), of_(of), before_(*of.before.structure), after_(*of.after.structure) {}

    std::vector<std::string> find() {
        find_keys();
        find_foreign_keys();
        find_checks();
        find_columns();
        if (has_word(of_.before, "autoincrement") && !has_word(of_.after, "autoincrement"))
            lost_.emplace_back("AUTOINCREMENT");
        if (before_.strict && !after_.strict) lost_.emplace_back("STRICT");
        return std::move(lost_);
    }

private:
    void find_keys();
    void find_foreign_keys();
    void look_at(const foreign_key&);
    void find_checks();
    void find_columns();
    /// Whether rows still differ in these columns.
    [[nodiscard]] bool are_unique(const column_names&) const;

    const proven_step& step_;
    const remade_table& of_;
    const table_structure& before_;
    const table_structure& after_;
    std::vector<std::string> lost_;
};

bool lost_constraints::are_unique(const column_names& columns) const {
    const auto implies = [&](const index_structure& index) {
        const column_names keys = keys_of(index);
        return index.unique && !index.partial &&
               std::includes(columns.begin(), columns.end(), keys.begin(), keys.end());
    };
    const table_column* alias = rowid_alias(after_);
    if (alias != nullptr && columns.contains(fold(alias->name))) return true;
    return std::any_of(after_.constraints.begin(), after_.constraints.end(), implies) ||
           std::any_of(step_.after.objects.begin(), step_.after.objects.end(), [&](const auto& object) {
               return object->index && same_name(object->table, of_.after.name) && implies(*object->index);
           });
}

void lost_constraints::find_keys() {
    const table_column* alias = rowid_alias(before_);
    if (alias != nullptr && find_column(after_, alias->name) != nullptr && !are_unique({fold(alias->name)}))
        lost_.push_back(fmt::format("PRIMARY KEY ({})", alias->name));
    for (const index_structure& each : before_.constraints) {
        const column_names keys = keys_of(each);
        if (has_all(after_, keys) && !are_unique(keys))
            lost_.push_back(fmt::format("{} ({})", each.origin == "pk" ? "PRIMARY KEY" : "UNIQUE",
                                        fmt::join(keys, ", ")));
    }
}

void lost_constraints::find_foreign_keys() {
    for (const foreign_key& each : before_.foreign_keys) {
        const bool is_possible = has_all(after_, {each.from.begin(), each.from.end()}) &&
                                 step_.after.find(object_kind::table, each.table) != nullptr;
        if (is_possible) look_at(each);
    }
}

void lost_constraints::look_at(const foreign_key& key) {
    const std::string columns = fmt::format("{}", fmt::join(key.from, ", "));
    const auto now = std::find_if(after_.foreign_keys.begin(), after_.foreign_keys.end(),
                                  [&](const foreign_key& each) { return each.from == key.from; });
    if (now == after_.foreign_keys.end()) {
        lost_.push_back(fmt::format("FOREIGN KEY ({}) REFERENCES {}", columns, key.table));
        return;
    }
    const auto look_at_action = [&](std::string_view event, const std::string& was, const std::string& is) {
        if (same_name(is, "no action") && !same_name(was, "no action"))
            lost_.push_back(fmt::format(
                "ON {} {} of the foreign key ({})", event,
                [&] {
                    std::string capitals = was;
                    for (char& letter : capitals)
                        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
                    return capitals;
                }(),
                columns));
    };
    look_at_action("DELETE", key.on_delete, now->on_delete);
    look_at_action("UPDATE", key.on_update, now->on_update);
}

/// One that stands instead speaks of a column of the old one.
void lost_constraints::find_checks() {
    const std::vector<lexemes> old = checks_of(of_.before);
    const std::vector<lexemes> now = checks_of(of_.after);
    const auto has = [](const std::vector<lexemes>& in, const lexemes& one) {
        return std::find(in.begin(), in.end(), one) != in.end();
    };
    for (const lexemes& each : old) {
        const column_names columns = columns_in(each, before_);
        if (has(now, each) || !has_all(after_, columns)) continue;
        const bool is_replaced = std::any_of(now.begin(), now.end(), [&](const lexemes& other) {
            const column_names others = columns_in(other, after_);
            return !has(old, other) && std::any_of(columns.begin(), columns.end(), [&](const auto& column) {
                return others.contains(column);
            });
        });
        if (!is_replaced) lost_.push_back("CHECK " + to_string(each));
    }
}

void lost_constraints::find_columns() {
    for (const table_column& each : before_.columns) {
        const table_column* now = find_column(after_, each.name);
        if (now == nullptr || each.generated() || now->generated()) continue;
        if (each.not_null && !now->not_null && now->primary_key == 0)
            lost_.push_back("NOT NULL of " + each.name);
        if (!each.default_value.empty() && now->default_value.empty())
            lost_.push_back("DEFAULT of " + each.name);
    }
}

} // namespace

void find_lost_constraints(const proven_step& step, const std::vector<remade_table>& remade,
                           findings& found) {
    for (const remade_table& each : remade) {
        const std::vector<std::string> lost = lost_constraints(step, each).find();
        if (lost.empty()) continue;
        found.push_back(
            {rule::constraint_lost,
             statement_at(step.of.up, each.dropped.begin),
             fmt::format("table {} loses with its old form: {}", each.before.name, fmt::join(lost, "; ")),
             {{{},
               "nothing, if that is meant, or write into the header: -- headway:allow constraint-lost "
               "<why>; otherwise repeat it in the new table"}}});
    }
}

} // namespace headway::compiler
