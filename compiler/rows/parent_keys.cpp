#include "rows/parent_keys.hpp"

#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// In the order that the key has them.
std::vector<const table_column*> primary_key(const table_structure& table) {
    std::vector<const table_column*> result;
    for (const table_column& each : table.columns)
        if (each.primary_key > 0) result.push_back(&each);
    std::sort(result.begin(), result.end(), [](const table_column* left, const table_column* right) {
        return left->primary_key < right->primary_key;
    });
    return result;
}

} // namespace

std::vector<const table_column*> columns_referred_to(const schema& all, const foreign_key& key) {
    const schema_object* const parent = all.find(object_kind::table, key.table);
    if (parent == nullptr || parent->structure->is_virtual) return {};
    std::vector<const table_column*> result;
    if (key.to.front().empty()) {
        result = primary_key(*parent->structure);
    } else {
        for (const std::string& name : key.to)
            result.push_back(find_column(*parent->structure, name));
    }
    const bool is_whole =
        result.size() == key.from.size() && std::find(result.begin(), result.end(), nullptr) == result.end();
    return is_whole ? result : std::vector<const table_column*>();
}

std::vector<std::vector<value>> parent_keys(SQLite::Database& database, const schema& all,
                                            const foreign_key& key) {
    std::vector<std::string> names;
    for (const table_column* each : columns_referred_to(all, key))
        names.push_back(quote_name(each->name));
    std::vector<std::vector<value>> result;
    if (names.empty()) return result;
    SQLite::Statement row(database, fmt::format("SELECT {} FROM main.{} LIMIT 8", fmt::join(names, ", "),
                                                quote_name(key.table)));
    while (row.executeStep()) {
        std::vector<value> values;
        for (int at = 0; at < row.getColumnCount(); ++at)
            values.push_back(read(row, at));
        const bool is_null = std::any_of(values.begin(), values.end(),
                                         [](const value& one) { return one.type == value::kind::null; });
        if (!is_null) result.push_back(std::move(values));
    }
    return result;
}

} // namespace headway::compiler
