#include "diff/carried_rows.hpp"

#include "rows/value.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {

/// What a CREATE INDEX statement says behind the name of the table.
lexemes indexed(const schema_object& index) {
    const auto open = std::find(index.meaning.begin(), index.meaning.end(), lexeme{lexeme_kind::symbol, "("});
    return {open, index.meaning.end()};
}

} // namespace

bool converts(const table_structure& from, const table_column& before, const table_structure& to,
              const table_column& now) {
    // In a STRICT table ANY takes all as it is, as BLOB does; elsewhere it is a word like any other.
    const auto kind = [](const table_structure& of, const table_column& column) {
        return of.strict && column.type_meaning == "any" ? "x''" : neutral_value(column);
    };
    return kind(from, before) != kind(to, now) && kind(to, now) != "x''";
}

carried_rows::carried_rows(const schema_object& from, const schema_object& to,
                           std::vector<const schema_object*> indexes, const std::set<std::string>& filled,
                           const std::set<std::string>& nulls_replaced)
    : from_(from), to_(to), indexes_(std::move(indexes)), filled_(filled), nulls_replaced_(nulls_replaced) {}

/// The columns of `to` that are spoken of.
std::vector<std::string> carried_rows::columns_in(const lexemes& text) const {
    std::vector<std::string> result;
    for (const lexeme& one : text) {
        if (one.kind == lexeme_kind::literal || one.kind == lexeme_kind::symbol) continue;
        if (const table_column* const column = find_column(*to_.structure, one.text))
            result.push_back(column->name);
    }
    return result;
}

bool carried_rows::carries(const std::string& column) const {
    const table_column* const now = find_column(*to_.structure, column);
    const table_column* const before = find_column(*from_.structure, column);
    return now && before && !now->generated() && !before->generated() &&
           !nulls_replaced_.contains(fold(column)) && !filled_.contains(fold(column));
}

bool carried_rows::keeps(const std::string& column) const {
    const table_column* const now = find_column(*to_.structure, column);
    const table_column* const before = find_column(*from_.structure, column);
    if (!now || !before || now->generated() != before->generated()) return false;
    if (nulls_replaced_.contains(fold(column)) || filled_.contains(fold(column))) return false;
    if (now->generated()) {
        const lexemes computed = definition_of(to_.sql, column);
        if (computed != definition_of(from_.sql, column)) return false;
        const std::vector<std::string> sources = columns_in(computed);
        // SQLite allows no circle, so that this ends.
        return std::all_of(sources.begin(), sources.end(),
                           [&](const std::string& one) { return same_name(one, column) || keeps(one); });
    }
    return !converts(*from_.structure, *before, *to_.structure, *now);
}

bool carried_rows::compares_alike(const std::string& column) const {
    const std::string before = collation_of(definition_of(from_.sql, column));
    return before == "binary" || before == collation_of(definition_of(to_.sql, column));
}

bool carried_rows::keeps_meaning(const lexemes& text) const {
    const std::vector<std::string> columns = columns_in(text);
    return std::all_of(columns.begin(), columns.end(), [&](const std::string& column) {
        return keeps(column) &&
               collation_of(definition_of(from_.sql, column)) == collation_of(definition_of(to_.sql, column));
    });
}

bool carried_rows::is_null(const std::string& name) const {
    const table_column* const column = find_column(*to_.structure, name);
    return column && !column->generated() && !find_column(*from_.structure, name) &&
           column->default_value.empty() && column->primary_key == 0 && !filled_.contains(fold(name));
}

bool carried_rows::speaks_of_values(const lexemes& text) const {
    const std::vector<std::string> columns = columns_in(text);
    return std::any_of(columns.begin(), columns.end(), [&](const std::string& name) {
        const table_column* const column = find_column(*to_.structure, name);
        return column->generated() || find_column(*from_.structure, name) || filled_.contains(fold(name));
    });
}

/// Rows that differ in fewer columns differ in more, and what differs to a collation differs byte by byte.
bool carried_rows::implies(const index_structure& before, const index_structure& now) const {
    return before.unique && !before.partial &&
           std::all_of(before.parts.begin(), before.parts.end(), [&](const index_structure::part& one) {
               if (!one.key) return true;
               return !one.expression && keeps(one.column) &&
                      std::any_of(
                          now.parts.begin(), now.parts.end(), [&](const index_structure::part& other) {
                              return other.key && !other.expression && other.column == one.column &&
                                     (other.collation == one.collation || other.collation == "binary");
                          });
           });
}

bool carried_rows::is_unique(const index_structure& wanted, const schema_object* created) const {
    const table_column* const alias = rowid_alias(*from_.structure);
    if (std::any_of(wanted.parts.begin(), wanted.parts.end(), [&](const index_structure::part& part) {
            if (!part.key || part.expression) return false;
            return is_null(part.column) || (alias && same_name(part.column, alias->name) &&
                                            keeps(part.column)); // numbers: no collation
        }))
        return true;
    const auto& constraints = from_.structure->constraints;
    return std::any_of(constraints.begin(), constraints.end(),
                       [&](const index_structure& one) { return implies(one, wanted); }) ||
           std::any_of(indexes_.begin(), indexes_.end(), [&](const schema_object* one) {
               const bool as_before = created && one->index->unique && one->index->parts == wanted.parts &&
                                      indexed(*one) == indexed(*created);
               return (as_before && keeps_meaning(indexed(*created))) || implies(*one->index, wanted);
           });
}

} // namespace headway::compiler
