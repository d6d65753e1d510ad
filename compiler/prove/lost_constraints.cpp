#include "prove/copied_columns.hpp"
#include "prove/remade_tables.hpp"
#include "prove/small_print.hpp"
#include "read/place.hpp"
#include "schema/checks.hpp"
#include "schema/lookup.hpp"
#include "schema/rowid.hpp"
#include "schema/spelling.hpp"
#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
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

std::string in_capitals(std::string text) {
    for (char& letter : text)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return text;
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

    /// The unique indexes of before that were made again under their name, and have a row twice now.
    void look_at_index(const schema_object& before) {
        const schema_object* const now = now_.find(object_kind::index, before.name);
        const bool is_same = now != nullptr && same_name(now->table, new_table_.name);
        if (is_same && before.index->unique && !is_as_unique(*now->index, *before.index))
            lost_.push_back("UNIQUE of index " + before.name);
    }
    std::vector<std::string> find() {
        find_keys();
        find_foreign_keys();
        find_checks();
        find_columns();
        find_conflict_clauses();
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
    void look_at(const table_column& before, const table_column& now);
    void find_conflict_clauses();
    /// Whether rows that an index let in only once still are, as far as the table has its columns.
    [[nodiscard]] bool is_as_unique(const index_structure& now, const index_structure& before) const;
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

bool lost_constraints::is_as_unique(const index_structure& now, const index_structure& before) const {
    const column_names keys = key_columns(before);
    column_names named = keys;
    named.erase(""); // expressions
    const column_names others = key_columns(now);
    const bool is_same = now.unique && (before.partial || !now.partial) &&
                         std::includes(keys.begin(), keys.end(), others.begin(), others.end());
    return is_same || !has_all(after_, named) || are_unique(keys);
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
            lost_.push_back(
                fmt::format("ON {} {} of the foreign key ({})", event, in_capitals(was), columns));
    };
    look_at_action("DELETE", key.on_delete, now->on_delete);
    look_at_action("UPDATE", key.on_update, now->on_update);
    if (is_deferred(old_table_, key.from) && !is_deferred(new_table_, key.from))
        lost_.push_back(fmt::format("DEFERRABLE INITIALLY DEFERRED of the foreign key ({})", columns));
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
        if (now == nullptr) continue;
        if (each.generated() && !now->generated()) lost_.push_back("GENERATED ALWAYS of " + each.name);
        if (!each.generated() && !now->generated()) look_at(each, *now);
    }
}

void lost_constraints::look_at(const table_column& before, const table_column& now) {
    if (before.not_null && !now.not_null && now.primary_key == 0)
        lost_.push_back("NOT NULL of " + before.name);
    if (!before.default_value.empty() && now.default_value.empty())
        lost_.push_back("DEFAULT of " + before.name);
    const std::string collation = collation_of(definition_of(old_table_.sql, before.name));
    if (collation != "binary" && collation_of(definition_of(new_table_.sql, now.name)) == "binary")
        lost_.push_back(fmt::format("COLLATE {} of {}", in_capitals(collation), before.name));
}

void lost_constraints::find_conflict_clauses() {
    const auto fresh = conflict_clauses(new_table_);
    for (const auto& [key, was] : conflict_clauses(old_table_)) {
        const auto now = fresh.find(key);
        if (!was.action.empty() && now != fresh.end() && now->second.action.empty())
            lost_.push_back(fmt::format("ON CONFLICT {} of {}", in_capitals(was.action), was.part));
    }
}

/// The statements that make the old table and its indexes, with the new names of its columns.
std::string former_statements(const proven_step& step, const schema_object& before,
                              const std::map<std::string, std::string>& renamed) {
    std::string all = before.sql;
    for (const auto& object : step.before.objects)
        if (object->index && object->index->unique && same_name(object->table, before.name))
            all += ";\n" + object->sql;
    for (const auto& [old, now] : renamed)
        all += fmt::format(";\nALTER TABLE {} RENAME COLUMN {} TO {}", quote_name(before.name),
                           quote_name(old), quote_name(now));
    return all;
}

std::vector<std::string> find_lost(const schema& old, const schema_object& before, const schema& all,
                                   const schema_object& now) {
    lost_constraints search(all, before, now);
    for (const auto& object : old.objects)
        if (object->index && same_name(object->table, before.name)) search.look_at_index(*object);
    return search.find();
}

/// The same of the old table that such statements make; nothing if they cannot be run.
std::optional<std::vector<std::string>> find_lost(const std::string& statements, const schema& all,
                                                  const schema_object& now, const declared_names& declared) {
    SQLite::Database scratch(":memory:", SQLite::OPEN_READWRITE);
    provide(declared, scratch);
    if (scratch.tryExec(statements) != SQLite::OK) return std::nullopt;
    const schema alone = read_schema(scratch);
    return find_lost(alone, *alone.objects.front(), all, now);
}

/// Behind the name of the table, in whose old form columns were called otherwise that are spoken of.
std::string say_names(const std::map<std::string, std::string>& renamed, const std::string& lost) {
    std::vector<std::string> each;
    for (const auto& [old, now] : renamed)
        if (lost.find(now) != lost.npos) each.push_back(fmt::format("{} is {} now", old, now));
    return each.empty() ? std::string() : fmt::format(" ({})", fmt::join(each, ", "));
}

} // namespace

void find_lost_constraints(const proven_step& step, const std::vector<remade_table>& remade,
                           const declared_names& declared, findings& found) {
    for (const remade_table& each : remade) {
        std::map<std::string, std::string> renamed;
        if (each.filled != nullptr)
            renamed =
                columns_renamed_by(step.of.up, *each.filled, *each.before.structure, *each.after.structure);
        std::string statements = former_statements(step, each.before, renamed);
        std::optional<std::vector<std::string>> lost;
        if (!renamed.empty()) lost = find_lost(statements, step.after, each.after, declared);
        if (!lost) lost = find_lost(step.before, each.before, step.after, each.after);
        if (lost->empty()) continue;
        const std::string all = fmt::format("{}", fmt::join(*lost, "; "));
        found.push_back({rule::constraint_lost,
                         statement_at(step.of.up, each.dropped.begin),
                         fmt::format("table {} loses with its old form{}: {}", each.before.name,
                                     say_names(renamed, all), all),
                         {{{},
                           "nothing, if that is meant, or write into the header: -- headway:allow "
                           "constraint-lost <why>; otherwise repeat it in the new table"}},
                         key_of(object_kind::table, each.after.name),
                         std::move(statements)});
    }
}

bool has_constraints_of(const std::string& before, const schema_object& now, const schema& all,
                        const declared_names& declared) {
    const auto lost = find_lost(before, all, now, declared);
    return lost && lost->empty();
}

} // namespace headway::compiler
