#include "rows/row_comparison.hpp"

#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {
namespace {

bool is_constant(const table_column& column) {
    return column.default_meaning.size() <= 2 && !column.default_value.starts_with('(') &&
           !fold(column.default_value).starts_with("current_");
}

/// The columns of `to`, and its rowid, that show whether the rows are as they ought to be.
std::vector<std::string> shown_columns(const table_pair& pair) {
    std::vector<std::string> result;
    bool all = true;
    for (const table_column& column : pair.to.structure->columns) {
        const bool is_new = pair.origin(column.name).empty();
        const bool known = !pair.filled.contains(fold(column.name)) && (!is_new || is_constant(column));
        all = all && known;
        if (known && column.hidden == 0) result.push_back(quote_name(column.name));
    }
    for (const table_column& column : pair.to.structure->columns) {
        if (all && column.generated()) result.push_back(quote_name(column.name));
    }
    const bool rowids =
        has_hidden_rowid(*pair.to.structure) && !rowid_expression(*pair.from.structure).empty();
    if (rowids) result.emplace_back(rowid_name(*pair.to.structure));
    return result;
}

std::vector<std::string> rows_of(SQLite::Database& database, const table_pair& pair) {
    // SQLite allows so many columns of a result, and expressions that are so deep.
    constexpr std::size_t at_once = 100;
    std::vector<std::string> quoted;
    const std::vector<std::string> columns = shown_columns(pair);
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const std::string one = fmt::format("quote({})", columns[at]);
        if (at % at_once == 0)
            quoted.push_back(one);
        else
            quoted.back().append(" || ', ' || ").append(one);
    }
    if (quoted.empty()) quoted.emplace_back("''");
    std::vector<std::string> result;
    SQLite::Statement rows(
        database, fmt::format("SELECT {} FROM {}", fmt::join(quoted, ", "), quote_name(pair.to.name)));
    while (rows.executeStep()) {
        std::string row;
        for (int at = 0; at < rows.getColumnCount(); ++at)
            row.append(at == 0 ? "" : ", ").append(rows.getColumn(at).getString());
        result.push_back(std::move(row));
    }
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace

std::optional<std::string> compare_rows(SQLite::Database& expected, SQLite::Database& actual,
                                        const table_pair& pair) {
    const std::vector<std::string> wanted = rows_of(expected, pair);
    const std::vector<std::string> found = rows_of(actual, pair);
    if (wanted == found) return {};
    if (wanted.size() != found.size())
        return fmt::format("table {} has {} rows instead of {}", pair.to.name, found.size(), wanted.size());
    const auto split = std::mismatch(wanted.begin(), wanted.end(), found.begin());
    return fmt::format("table {} has the row ({}) instead of ({})", pair.to.name, *split.second,
                       *split.first);
}

} // namespace headway::compiler
