#include "diff/clearing.hpp"
#include "diff/computed.hpp"
#include "diff/hazards.hpp"
#include "diff/parent_key.hpp"
#include "diff/planner.hpp"
#include "diff/virtual_table.hpp"

#include <algorithm>

namespace headway::compiler {

void planner::drop_indexes() {
    change result;
    for (const schema_object* index : all(now_, object_kind::index)) {
        if (!differs(*index) || gone_tables_.contains(fold(index->table))) continue;
        const schema_object* const again = of_.to.find(object_kind::index, index->name);
        const bool moves = (again && !same_name(again->table, index->table)) ||
                           of_.to.find(object_kind::table, index->name) ||
                           of_.to.find(object_kind::view, index->name);
        if (!is_rebuilt(index->table) || moves) result.statements.push_back(drop_statement(*index));
    }
    add(std::move(result));
}

/// Whether a new index wants a name that goes with this table.
bool planner::blocks_a_name(const schema_object& table) const {
    return of_.to.find(object_kind::index, table.name) ||
           std::any_of(now_.objects.begin(), now_.objects.end(), [&](const auto& object) {
               return object->kind == object_kind::index && same_name(object->table, table.name) &&
                      of_.to.find(*object);
           });
}

/// Late where possible, so that backfills can read from the tables that go.
void planner::drop_tables(bool early) {
    objects tables = all(now_, object_kind::table);
    for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
        if (!gone_tables_.contains(fold((*table)->name)) || blocks_a_name(**table) != early) continue;
        change result{{}, {drop_statement(**table)}, {}};
        const bool shows_others = !content_of(**table).value_or("").empty(); // a text search of another table
        if (!shows_others)
            result.hazards.push_back({"rows-lost", "table " + (*table)->name, "its rows are lost"});
        add(std::move(result));
    }
}

void planner::add_indexes(const schema_object& table, change& into) {
    for (const auto& index : of_.to.indexes_of(table.name)) {
        if (differs(*index)) into.statements.push_back(of_.to.statement(*index));
    }
}

/// The statements that create indexes stand at the end.
void planner::add_index_hazards(const schema_object& table, change& into) const {
    const schema_object* const before = before_->find(table);
    const auto indexes = of_.to.indexes_of(table.name);
    const bool any = is_rebuilt(table.name) || std::any_of(indexes.begin(), indexes.end(),
                                                           [&](const auto& one) { return differs(*one); });
    if (!any || !before || !before->structure) return;
    const auto changed = tables_.find(fold(table.name));
    const table_change as_it_was;
    const table_change& how = changed == tables_.end() ? as_it_was : changed->second;
    const carried_rows rows(*before, table, indexes_before(table.name), how.filled, how.nulls_replaced);
    std::size_t statement = into.statements.size();
    for (auto index = indexes.rbegin(); index != indexes.rend(); ++index) {
        if (!how.rebuilt && !differs(**index)) continue;
        --statement;
        auto found = unique_hazard(**index, rows);
        if (!found && differs(**index)) found = computed_hazard(**index, *before, of_.to);
        if (!found) continue;
        found->statement = statement;
        into.hazards.push_back(std::move(*found));
    }
}

/// Those of other tables whose rows may lose their parents, at the first statement.
void planner::add_parent_hazards(const schema_object& table, change& into) const {
    const schema_object* const before = before_->find(table);
    const auto changed = tables_.find(fold(table.name));
    if (changed == tables_.end() || !before) return;
    const table_change& how = changed->second;
    const carried_rows rows(*before, table, indexes_before(table.name), how.filled, how.nulls_replaced);
    auto found = parent_key_hazards(*before, table, rows, *before_, of_.to);
    std::move(found.begin(), found.end(), std::back_inserter(into.hazards));
}

void planner::emit_table(const schema_object& table) {
    const auto changed = tables_.find(fold(table.name));
    change result;
    if (changed != tables_.end()) {
        result = changed->second.text;
    } else if (differs(table)) {
        result.statements.push_back(of_.to.statement(table));
        if (content_of(table).value_or("") != "") result.statements.push_back(refill(table));
    }
    if (changed == tables_.end() || !changed->second.rebuilt) add_indexes(table, result);
    add_index_hazards(table, result);
    add_parent_hazards(table, result);
    add(std::move(result));
}

planner::group planner::group_of(const schema_object& table) const {
    const schema_object* const before = before_->find(table);
    if (before && takes_text_over(*before, table)) return group::takes_text_over;
    return table.structure->is_virtual ? group::is_virtual : group::ordinary;
}

void planner::emit_tables(group which) {
    for (const schema_object* table : all(of_.to.objects(), object_kind::table)) {
        if (group_of(*table) == which) emit_table(*table);
    }
}

/// The index of a text search follows when the table that holds its text is rebuilt.
void planner::refill_full_text() {
    change result;
    for (const schema_object* table : all(of_.to.objects(), object_kind::table)) {
        if (!differs(*table) && is_rebuilt(content_of(*table).value_or("")))
            result.statements.push_back(refill(*table));
    }
    add(std::move(result));
}

void planner::create(object_kind kind) {
    for (const schema_object* object : all(of_.to.objects(), kind)) {
        if (differs(*object) || cleared_.contains(key_of(kind, object->name)))
            add({{}, {of_.to.statement(*object)}, {}});
    }
}

} // namespace headway::compiler
