#include "schema/rowid.hpp"

#include "sql/name.hpp"

#include <algorithm>
#include <array>

namespace headway::compiler {

namespace {

constexpr std::array<std::string_view, 3> rowid_names{"rowid", "_rowid_", "oid"};

} // namespace

bool names_rowid(std::string_view name) noexcept {
    return std::any_of(rowid_names.begin(), rowid_names.end(),
                       [&](std::string_view each) { return same_name(each, name); });
}

const table_column* find_column(const table_structure& table, std::string_view name) noexcept {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const table_column& column) { return same_name(column.name, name); });
    return found == table.columns.end() ? nullptr : &*found;
}

const table_column* rowid_alias(const table_structure& table) noexcept {
    if (table.module.starts_with("rtree") || table.module == "geopoly") return &table.columns.front();
    if (table.without_rowid || table.is_virtual) return nullptr;
    const auto is_key = [](const table_column& column) { return column.primary_key > 0; };
    const auto found = std::find_if(table.columns.begin(), table.columns.end(), is_key);
    // Where the key is the rowid, SQLite needs no index for it.
    const bool indexed = std::any_of(table.constraints.begin(), table.constraints.end(),
                                     [](const index_structure& index) { return index.origin == "pk"; });
    return found == table.columns.end() || indexed ? nullptr : &*found;
}

std::string_view rowid_name(const table_structure& table) noexcept {
    if (table.without_rowid) return {};
    for (const std::string_view name : rowid_names) {
        if (!find_column(table, name)) return name;
    }
    return {};
}

std::string rowid_expression(const table_structure& table) {
    const table_column* const alias = rowid_alias(table);
    return alias ? quote_name(alias->name) : std::string(rowid_name(table));
}

bool is_autoincrement(const schema_object& table) {
    const lexeme keyword{lexeme_kind::word, "autoincrement"};
    return !table.structure->is_virtual &&
           std::find(table.meaning.begin(), table.meaning.end(), keyword) != table.meaning.end();
}

bool has_hidden_rowid(const table_structure& table) noexcept {
    return !rowid_alias(table) && !rowid_name(table).empty();
}

} // namespace headway::compiler
