#include "commands/json.hpp"
#include "schema/canonical.hpp"
#include "schema/lookup.hpp"
#include "sql/name.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace headway::compiler {
namespace {

using json = nlohmann::ordered_json; // the documented order of the keys

/// As the table spells it.
std::string spell_column(const schema_object* table, const std::string& folded) {
    if (table == nullptr) return folded;
    const auto& columns = table->structure->columns;
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const table_column& each) { return same_name(each.name, folded); });
    return found == columns.end() ? folded : found->name;
}

json column_json(const table_column& of) {
    json value{{"name", of.name},
               {"type", of.type},
               {"not_null", of.not_null},
               {"default", nullptr},
               {"primary_key", of.primary_key},
               {"generated", of.generated()}};
    if (!of.default_value.empty()) value["default"] = of.default_value;
    return value;
}

json key_json(const schema_object& table, const foreign_key& key, const schema_lookup& lookup) {
    const schema_object* const parent = lookup.find(object_kind::table, key.table);
    json columns = json::array();
    json references = json::array();
    for (const std::string& name : key.from)
        columns.push_back(spell_column(&table, name));
    for (const std::string& name : key.to)
        if (!name.empty()) references.push_back(spell_column(parent, name));
    return {{"columns", std::move(columns)},
            {"table", parent == nullptr ? key.table : parent->name},
            {"references", std::move(references)},
            {"on_update", key.on_update},
            {"on_delete", key.on_delete}};
}

json table_json(const schema_object& table, const schema_lookup& lookup) {
    json columns = json::array();
    for (const table_column& each : table.structure->columns)
        columns.push_back(column_json(each));
    json keys = json::array();
    for (const foreign_key& each : table.structure->foreign_keys)
        keys.push_back(key_json(table, each, lookup));
    return {{"name", table.name},
            {"columns", std::move(columns)},
            {"foreign_keys", std::move(keys)},
            {"strict", table.structure->strict},
            {"without_rowid", table.structure->without_rowid},
            {"module", table.structure->is_virtual ? json(table.structure->module) : json()},
            {"sql", canonical_statement(table)}};
}

} // namespace

std::string schema_json(const schema& of) {
    const schema_lookup lookup(of);
    json result{{"tables", json::array()},
                {"indexes", json::array()},
                {"views", json::array()},
                {"triggers", json::array()}};
    for (const schema_object* each : in_canonical_order(of)) {
        json value{{"name", each->name}};
        if (each->kind == object_kind::table) value = table_json(*each, lookup);
        if (each->kind == object_kind::index) {
            value["table"] = each->table;
            value["unique"] = each->index->unique;
        }
        if (each->kind == object_kind::trigger) value["table"] = each->table;
        value["sql"] = canonical_statement(*each);
        const std::string list =
            each->kind == object_kind::index ? "indexes" : std::string(to_string(each->kind)) + "s";
        result[list].push_back(std::move(value));
    }
    return result.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

} // namespace headway::compiler
