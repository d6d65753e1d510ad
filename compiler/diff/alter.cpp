#include "diff/alter.hpp"

#include "schema/describe_table.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

using parts = std::vector<table_part>;

const table_part* find(const parts& columns, const std::string& name) {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const table_part& column) { return same_name(column.name, name); });
    return found == columns.end() ? nullptr : &*found;
}

/// The columns of `from` that `in` has too, or those that it has not.
parts select(const parts& from, const parts& in, bool common) {
    parts result;
    std::copy_if(from.begin(), from.end(), std::back_inserter(result),
                 [&](const table_part& column) { return (find(in, column.name) != nullptr) == common; });
    return result;
}

bool same_part(const table_part& left, const table_part& right) {
    return same_meaning(meaning_of(left), meaning_of(right), [](const std::string&) { return true; });
}

bool same_parts(const parts& left, const parts& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), same_part);
}

bool same_parts_in_any_order(const parts& left, const parts& right) {
    return std::is_permutation(left.begin(), left.end(), right.begin(), right.end(), same_part);
}

bool begins_with(const parts& all, const parts& first) {
    return all.size() >= first.size() &&
           std::equal(first.begin(), first.end(), all.begin(),
                      [](const table_part& a, const table_part& b) { return same_name(a.name, b.name); });
}

} // namespace

std::optional<table_change> alter_table(const table_task& task, const side& wanted) {
    if (task.from.structure->is_virtual || task.to.structure->is_virtual) return {};
    const table_text from = split_table(task.from.sql);
    const table_text to = split_table(task.to.sql);
    const parts kept = select(to.columns, from.columns, true);
    const bool possible = begins_with(to.columns, kept) &&
                          same_parts(select(from.columns, to.columns, true), kept) &&
                          same_parts_in_any_order(from.constraints, to.constraints);
    if (!possible) return {};
    const std::string table = quote_name(task.to.name);
    table_change result;
    const auto add = [&](const std::string& column, bool rewrites, std::string statement) {
        if (rewrites && !result.rewriting) result.rewriting = result.about.size();
        result.about.push_back(fold(column));
        result.text.statements.push_back(std::move(statement));
    };
    const parts added = select(to.columns, from.columns, false);
    for (const table_part& column : added)
        add(column.name, false,
            fmt::format("{}ALTER TABLE {} ADD COLUMN {};", wanted.comments_of(task.to, column), table,
                        without_hints(column.text)));
    for (const table_part& column : added) {
        const auto fill = task.backfills.find(fold(column.name));
        if (fill == task.backfills.end()) continue;
        result.filled.insert(fill->first);
        result.values.insert(*fill);
        result.updated = true;
        add(column.name, true,
            fmt::format("UPDATE {} SET {} = {};", table, quote_name(column.name), fill->second));
    }
    for (const table_part& column : select(from.columns, to.columns, false)) {
        const table_column* const dropped = find_column(*task.from.structure, column.name);
        const bool is_stored = dropped && dropped->hidden != 2;
        add(column.name, is_stored,
            fmt::format("ALTER TABLE {} DROP COLUMN {};", table, quote_name(column.name)));
    }
    return result;
}

bool differ_in_places_alone(const table_task& task) {
    const table_text from = split_table(task.from.sql);
    const table_text to = split_table(task.to.sql);
    const parts kept = select(to.columns, from.columns, true);
    const known_name all = [](const std::string&) { return true; };
    return (!begins_with(to.columns, kept) || !same_parts(select(from.columns, to.columns, true), kept)) &&
           same_parts_in_any_order(select(from.columns, to.columns, true), kept) &&
           same_parts_in_any_order(from.constraints, to.constraints) &&
           same_meaning(normalise(from.tail, statement_kind::other),
                        normalise(to.tail, statement_kind::other), all);
}

} // namespace headway::compiler
