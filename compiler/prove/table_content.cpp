#include "prove/table_content.hpp"

#include "rows/value.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// As SQL spells them: the primary key, or the rowid.
std::vector<std::string> key_of(const table_structure& table) {
    std::vector<std::string> key;
    for (const table_column& each : table.columns)
        if (each.primary_key > 0) key.push_back(quote_name(each.name));
    if (const std::string rowid = rowid_expression(table); key.empty() && !rowid.empty())
        key.push_back(rowid);
    return key;
}

/// One value, or several with their lengths, since they may hold anything.
std::string join(SQLite::Statement& row, int count) {
    if (count == 1) return spelling(read(row, 0));
    std::string joined;
    for (int at = 0; at < count; ++at) {
        const std::string one = spelling(read(row, at));
        joined += fmt::format("{}:{}", one.size(), one);
    }
    return joined;
}

} // namespace

table_content read_content(SQLite::Database& database, const schema_object& table) {
    constexpr std::size_t at_once = 1000; // SQLite allows 2,000 columns of a result
    constexpr int most = 1000;
    table_content content;
    const std::vector<std::string> key = key_of(*table.structure);
    for (const std::string& each : key)
        content.key.push_back(fold(unquote(each)));
    std::vector<std::string> selected = key;
    std::vector<column_content*> into;
    for (const table_column& each : table.structure->columns) {
        if (each.hidden != 0 || selected.size() >= at_once) continue;
        selected.push_back(quote_name(each.name));
        into.push_back(&content.columns[fold(each.name)]);
    }
    if (key.empty()) return content;
    SQLite::Statement row(database, fmt::format("SELECT {} FROM main.{} ORDER BY {} DESC LIMIT {}",
                                                fmt::join(selected, ", "), quote_name(table.name),
                                                fmt::join(key, " DESC, "), most));
    const auto keys = static_cast<int>(key.size());
    while (row.executeStep()) {
        content.keys.push_back(join(row, keys));
        for (std::size_t at = 0; at < into.size(); ++at)
            into[at]->push_back(spelling(read(row, keys + static_cast<int>(at))));
    }
    return content;
}

std::vector<std::pair<std::size_t, std::size_t>> pair_rows(const table_content& before,
                                                           const table_content& now) {
    std::map<std::string_view, std::size_t> places;
    for (std::size_t at = 0; at < now.keys.size(); ++at)
        places.emplace(now.keys[at], at);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t at = 0; at < before.keys.size(); ++at) {
        const auto found = places.find(before.keys[at]);
        if (found != places.end()) pairs.emplace_back(at, found->second);
    }
    if (!pairs.empty() || before.keys.size() != now.keys.size()) return pairs;
    for (std::size_t at = 0; at < before.keys.size(); ++at)
        pairs.emplace_back(at, at);
    return pairs;
}

} // namespace headway::compiler
