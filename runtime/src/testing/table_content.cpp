#include "testing/table_content.hpp"

#include "sqlite/statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <set>
#include <utility>

namespace headway::testing {
using namespace detail;
namespace {

constexpr std::int64_t most_compared = 1000;

/// The columns of a table as a SELECT list that spells their values: those of the key in one, then each.
struct selection {
    std::string list;
    table_content of; ///< Without rows.
};

selection select_columns(sqlite3* db, const std::string& table) {
    selection made;
    sqlite_statement query;
    std::string key;
    int code = query.prepare(
        db, "SELECT name, pk FROM pragma_table_xinfo(?1, 'main') WHERE hidden = 0 ORDER BY cid");
    if (code == SQLITE_OK) code = query.bind(1, std::string_view(table));
    while (code == SQLITE_OK && query.step() == SQLITE_ROW) {
        const std::string name(query.text(0));
        const std::string spelled = joined({"quote(", quoted(name), ")"});
        made.list += joined({", ", spelled});
        made.of.columns.push_back(name);
        if (query.number(1) == 0) continue;
        key += joined({key.empty() ? "" : " || ', ' || ", spelled});
        made.of.key += joined({made.of.key.empty() ? "" : ", ", name});
    }
    made.list = joined({key.empty() ? "''" : key, made.list});
    return made;
}

/// A virtual table need not be readable.
table_content read_content(sqlite3* db, const std::string& table) {
    auto [list, content] = select_columns(db, table);
    sqlite_statement query;
    if (query.prepare(db, joined({"SELECT ", list, " FROM main.", quoted(table)}).c_str()) != SQLITE_OK)
        return content;
    for (; query.step() == SQLITE_ROW; ++content.count) {
        if (content.count >= most_compared) continue;
        std::vector<std::string> values;
        for (int column = 1; column < query.columns(); ++column) {
            values.emplace_back(query.text(column));
        }
        const std::string place = std::to_string(content.count);
        content.rows[content.key.empty() ? place : std::string(query.text(0))] = std::move(values);
    }
    if (content.count > most_compared) content.rows.clear();
    return content;
}

/// Whether a table is one that SQLite keeps rows in for itself: virtual ones have theirs in tables that are
/// named after them.
bool is_plain_table(const schema_state& state, const std::string& name, const schema_object& object) {
    if (object.root == 0) return false;
    for (std::size_t at = name.find('_'); at != std::string::npos; at = name.find('_', at + 1)) {
        const auto module = state.find(name.substr(0, at));
        if (module != state.end() && module->second.root == 0) return false;
    }
    return true;
}

/// The values of one column in the rows that both contents have.
using paired_values = std::vector<std::pair<std::string_view, std::string_view>>;

std::size_t column_of(const table_content& content, const std::string& name) {
    const auto found =
        std::find_if(content.columns.begin(), content.columns.end(), [&](const std::string& each) {
            return sqlite3_stricmp(each.c_str(), name.c_str()) == 0;
        });
    return static_cast<std::size_t>(found - content.columns.begin());
}

paired_values values_of(const table_content& had, std::size_t from, const table_content& has,
                        std::size_t to) {
    paired_values pairs;
    for (const auto& [key, row] : had.rows) {
        const auto other = has.rows.find(key);
        if (other != has.rows.end()) pairs.emplace_back(row[from], other->second[to]);
    }
    return pairs;
}

bool are_kept(const paired_values& pairs) {
    return std::all_of(pairs.begin(), pairs.end(),
                       [](const auto& pair) { return pair.first == pair.second; });
}

/// Whether it had values, and different ones: what all rows have alike is no sign of where it comes from.
bool tells_rows_apart(const paired_values& pairs) {
    return std::any_of(pairs.begin(), pairs.end(),
                       [&](const auto& pair) { return pair.first != pairs.front().first; });
}

/// The column whose values another one has now; empty if none. A column that has kept its own gives none
/// away.
std::string source_of(const table_content& had, const table_content& has, std::size_t to) {
    for (std::size_t from = 0; from < had.columns.size(); ++from) {
        const std::size_t own = column_of(has, had.columns[from]);
        if (own == to || (own < has.columns.size() && are_kept(values_of(had, from, has, own)))) continue;
        const paired_values moved = values_of(had, from, has, to);
        if (tells_rows_apart(moved) && are_kept(moved)) return had.columns[from];
    }
    return {};
}

/// Columns that have what was in others: `b has what was in a`.
std::string moved_columns(const table_content& had, const table_content& has) {
    std::string moved;
    for (std::size_t before = 0; before < had.columns.size(); ++before) {
        const std::size_t now = column_of(has, had.columns[before]);
        if (now == has.columns.size() || are_kept(values_of(had, before, has, now))) continue;
        const std::string source = source_of(had, has, now);
        if (!source.empty())
            moved += joined({moved.empty() ? "" : ", ", had.columns[before], " has what was in ", source});
    }
    return moved;
}

/// The values of each row but its key, whatever the order of rows and columns.
std::multiset<std::vector<std::string>> rows_without_key(const table_content& content) {
    std::multiset<std::vector<std::string>> all;
    for (const auto& [key, row] : content.rows) {
        std::vector<std::string> values;
        for (std::size_t at = 0; at < row.size(); ++at) {
            if (content.columns[at] != content.key)
                values.push_back(joined({content.columns[at], " ", row[at]}));
        }
        std::sort(values.begin(), values.end());
        all.insert(std::move(values));
    }
    return all;
}

/// Whether the rows are the same but for their keys, of which none is left.
bool is_renumbered(const table_content& had, const table_content& has) {
    return !had.rows.empty() && !had.key.empty() && had.key == has.key &&
           std::none_of(had.rows.begin(), had.rows.end(),
                        [&](const auto& row) { return has.rows.count(row.first) != 0; }) &&
           rows_without_key(had) == rows_without_key(has);
}

void look_at_values(const std::string& table, const table_content& had, const table_content& has,
                    std::vector<row_loss>& found) {
    const std::string moved = moved_columns(had, has);
    if (!moved.empty())
        found.push_back(
            {joined({"values of table ", table, " are in other columns: ", moved}), "values-moved"});
    if (is_renumbered(had, has))
        found.push_back({joined({"rows of table ", table, " have other values of ", had.key}), "renumbered"});
}

} // namespace

std::vector<std::string> tables_touched(const step_effect& effect, const schema_changes& changes) {
    std::vector<std::string> tables = effect.written;
    for (const auto& [name, object] : changes) {
        if (name.compare(0, 6, "table ") == 0) insert_sorted(tables, name.substr(6));
    }
    return tables;
}

table_contents read_contents(sqlite3* db, const schema_state& state) {
    std::vector<std::string> tables;
    for (const auto& [name, object] : state) {
        if (name.compare(0, 6, "table ") == 0) tables.push_back(name.substr(6));
    }
    return read_contents(db, state, tables);
}

table_contents read_contents(sqlite3* db, const schema_state& state, const std::vector<std::string>& tables) {
    table_contents contents;
    for (const std::string& table : tables) {
        const auto found = state.find(joined({"table ", table}));
        if (found != state.end() && is_plain_table(state, found->first, found->second))
            contents.emplace(table, read_content(db, table));
    }
    return contents;
}

table_contents read_again(sqlite3* db, const schema_state& now, const std::vector<std::string>& tables,
                          table_contents& into) {
    table_contents had;
    table_contents has = read_contents(db, now, tables);
    for (const std::string& table : tables) {
        if (auto was = into.extract(table)) had.insert(std::move(was));
    }
    into.merge(has);
    return had;
}

std::vector<row_loss> find_losses(const table_contents& had, const table_contents& has,
                                  const step_effect& effect) {
    std::vector<row_loss> found;
    for (const auto& [table, content] : had) {
        const auto now = has.find(table);
        if (now == has.end() || std::binary_search(effect.cleared.begin(), effect.cleared.end(), table))
            continue;
        if (now->second.count < content.count)
            found.push_back({joined({"table ", table, " has ", std::to_string(now->second.count), " of the ",
                                     std::to_string(content.count), " rows that it had before"}),
                             "rows-lost"});
        else if (!std::binary_search(effect.updated.begin(), effect.updated.end(), table))
            look_at_values(table, content, now->second, found);
    }
    return found;
}

} // namespace headway::testing
