#include "prove/remade_tables.hpp"
#include "read/place.hpp"
#include "schema/checks.hpp"
#include "schema/rowid.hpp"
#include "schema/spelling.hpp"
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

column_names key_columns(const index_structure& index) {
    column_names result;
    for (const auto& part : index.parts)
        if (part.key) result.insert(part.column);
    return result;
}

bool has_all(const table_structure& table, const column_names& columns) {
    return std::all_of(columns.begin(), columns.end(),
                       [&](const std::string& each) { return find_column(table, each) != nullptr; });
}

/// What a table held its rows to and the one in its place does not, as far as that has the columns.
class lost_constraints {
public:
    /// `now` is the schema that the new table is in.
    lost_constraints(const schema& now, const schema_object& before, const schema_object& after)
        : now_(now),
          old_table_(before),
          new_table_(after),
          before_(*before.structure),
          after_(*after.structure) {}

    std::vector<std::string> find() {
        find_keys();
        find_foreign_keys();
        find_checks();
        find_columns();
        if (is_autoincrement(old_table_) && !is_autoincrement(new_table_))
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

    const schema& now_;
    const schema_object& old_table_;
    const schema_object& new_table_;
    const table_structure& before_;
    const table_structure& after_;
    std::vector<std::string> lost_;
};

bool lost_constraints::are_unique(const column_names& columns) const {
    const auto implies = [&](const index_structure& index) {
        const column_names keys = key_columns(index);
        return index.unique && !index.partial &&
               std::includes(columns.begin(), columns.end(), keys.begin(), keys.end());
    };
    const table_column* alias = rowid_alias(after_);
    if (alias != nullptr && columns.contains(fold(alias->name))) return true;
    return std::any_of(after_.constraints.begin(), after_.constraints.end(), implies) ||
           std::any_of(now_.objects.begin(), now_.objects.end(), [&](const auto& object) {
               return object->index && same_name(object->table, new_table_.name) && implies(*object->index);
           });
}

void lost_constraints::find_keys() {
    const table_column* alias = rowid_alias(before_);
    if (alias != nullptr && find_column(after_, alias->name) != nullptr && !are_unique({fold(alias->name)}))
        lost_.push_back(fmt::format("PRIMARY KEY ({})", alias->name));
    for (const index_structure& each : before_.constraints) {
        const column_names keys = key_columns(each);
        if (has_all(after_, keys) && !are_unique(keys))
            lost_.push_back(fmt::format("{} ({})", each.origin == "pk" ? "PRIMARY KEY" : "UNIQUE",
                                        spelled_columns(before_, {keys.begin(), keys.end()})));
    }
}

void lost_constraints::find_foreign_keys() {
    for (const foreign_key& each : before_.foreign_keys) {
        const bool is_possible = has_all(after_, {each.from.begin(), each.from.end()}) &&
                                 now_.find(object_kind::table, each.table) != nullptr;
        if (is_possible) look_at(each);
    }
}

void lost_constraints::look_at(const foreign_key& key) {
    const std::string columns = spelled_columns(before_, key.from);
    const auto now = std::find_if(after_.foreign_keys.begin(), after_.foreign_keys.end(),
                                  [&](const foreign_key& each) { return each.from == key.from; });
    if (now == after_.foreign_keys.end()) {
        lost_.push_back(
            fmt::format("FOREIGN KEY ({}) REFERENCES {}", columns, spelled_table(now_, key.table)));
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
    const std::vector<lexemes> old = checks_of(old_table_.meaning);
    const std::vector<lexemes> now = checks_of(new_table_.meaning);
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
        if (!is_replaced) lost_.push_back("CHECK " + spelled_expression(before_, each));
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
        const std::vector<std::string> lost = lost_constraints(step.after, each.before, each.after).find();
        if (lost.empty()) continue;
        found.push_back(
            {rule::constraint_lost,
             statement_at(step.of.up, each.dropped.begin),
             fmt::format("table {} loses with its old form: {}", each.before.name, fmt::join(lost, "; ")),
             {{{},
               "nothing, if that is meant, or write into the header: -- headway:allow constraint-lost "
               "<why>; otherwise repeat it in the new table"}},
             [before = each.before, name = each.after.name](const schema& next, SQLite::Database&) {
                 const schema_object* now = next.find(object_kind::table, name);
                 return now != nullptr && lost_constraints(next, before, *now).find().empty();
             }});
    }
}

} // namespace headway::compiler
