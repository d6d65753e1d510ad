#include "schema/implied_columns.hpp"

#include "sql/name.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace headway::compiler {
namespace {

using name_list = std::vector<std::string>;

/// The columns of a table's primary key in their order, folded; none if it has no such key or is not there.
name_list primary_key_of(const schema& of, std::string_view table) {
    const schema_object* const parent = of.find(object_kind::table, table);
    if (!parent || !parent->structure) return {};
    std::vector<std::pair<int, std::string>> places;
    for (const table_column& column : parent->structure->columns) {
        if (column.primary_key > 0) places.emplace_back(column.primary_key, fold(column.name));
    }
    std::sort(places.begin(), places.end());
    name_list result;
    for (auto& [place, name] : places)
        result.push_back(std::move(name));
    return result;
}

/// Where the list of columns ends that begins at `from` and holds exactly these; `from` if it is another.
std::size_t end_of_list(const lexemes& all, std::size_t from, const name_list& columns) {
    std::size_t at = from;
    const auto take = [&](std::string_view symbol) { return at < all.size() && all[at++].text == symbol; };
    for (const std::string& column : columns) {
        if (!take(at == from ? "(" : ",") || at == all.size() || fold(all[at++].text) != column) return from;
    }
    return !columns.empty() && take(")") ? at : from;
}

} // namespace

lexemes without_implied_columns(const lexemes& table, const schema& of) {
    lexemes result;
    for (std::size_t at = 0; at < table.size();) {
        const bool names_parent =
            at + 1 < table.size() && table[at] == lexeme{lexeme_kind::word, "references"};
        result.push_back(table[at++]);
        if (!names_parent) continue;
        result.push_back(table[at++]);
        at = end_of_list(table, at, primary_key_of(of, result.back().text));
    }
    return result;
}

std::vector<foreign_key> without_implied_columns(std::vector<foreign_key> keys, const schema& of) {
    for (foreign_key& key : keys) {
        if (key.to == primary_key_of(of, key.table)) std::fill(key.to.begin(), key.to.end(), std::string());
    }
    return keys;
}

} // namespace headway::compiler
