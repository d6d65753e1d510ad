#include "prove/offending_rows.hpp"

#include "rows/without_triggers.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {
namespace {

constexpr std::size_t most_rows = 40;
constexpr std::size_t most_columns = 8;

std::string shortened(std::string value) {
    constexpr std::size_t most = 40;
    if (value.size() <= most) return value;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U)
        --end; // no half of a letter
    return value.substr(0, end) + "…";
}

/// The columns of a row in words. The rowid stands first.
std::string describe(SQLite::Statement& row, const std::vector<std::string_view>& columns) {
    std::vector<std::string> values;
    for (std::size_t at = 0; at < columns.size(); ++at)
        values.push_back(fmt::format("{} {}", columns[at],
                                     shortened(row.getColumn(static_cast<int>(at) + 1).getString())));
    return fmt::format("({})", fmt::join(values, ", "));
}

std::vector<std::pair<std::int64_t, std::string>> rows_of(SQLite::Database& database,
                                                          const schema_object& table) {
    std::vector<std::pair<std::int64_t, std::string>> rows;
    const std::string rowid = rowid_expression(*table.structure);
    if (rowid.empty()) return rows;
    std::vector<std::string_view> columns;
    std::vector<std::string> quoted;
    for (const table_column& each : table.structure->columns) {
        if (each.hidden != 0 || columns.size() == most_columns) continue;
        columns.push_back(each.name);
        quoted.push_back(fmt::format("quote({})", quote_name(each.name)));
    }
    SQLite::Statement row(database,
                          fmt::format("SELECT {}, {} FROM main.{} LIMIT {}", rowid, fmt::join(quoted, ", "),
                                      quote_name(table.name), most_rows + 1));
    while (row.executeStep())
        rows.emplace_back(row.getColumn(0).getInt64(), describe(row, columns));
    return rows;
}

} // namespace

offending_rows::offending_rows(replay& state, const std::vector<const schema_object*>& tables)
    : state_(state) {
    std::size_t count = 0;
    for (const schema_object* each : tables) {
        if (each->structure->is_virtual) continue;
        tables_.push_back({each, rows_of(state.database(), *each)});
        count += tables_.back().rows.size();
    }
    if (count > most_rows) tables_.clear();
}

void offending_rows::remove(const table& from, std::size_t row) {
    const without_triggers still(state_.database());
    SQLite::Statement remove(state_.database(),
                             fmt::format("DELETE FROM main.{} WHERE {} = ?", quote_name(from.of->name),
                                         rowid_expression(*from.of->structure)));
    remove.bind(1, from.rows[row].first);
    remove.exec();
}

std::string offending_rows::describe_least(const trial& fails) {
    std::vector<std::string> described;
    const replay::savepoint all = state_.save();
    for (const table& each : tables_) {
        std::vector<std::string> needed;
        for (std::size_t row = each.rows.size(); row-- > 0;) { // the first ones look best
            const replay::savepoint with = state_.save();
            remove(each, row);
            if (fails()) {
                state_.keep(with);
            } else {
                state_.restore(with);
                needed.insert(needed.begin(), each.rows[row].second);
            }
        }
        if (!needed.empty())
            described.push_back(fmt::format("table {} holds {}", each.of->name, fmt::join(needed, " and ")));
    }
    state_.restore(all);
    return fmt::format("{}", fmt::join(described, ", and "));
}

void offending_rows::leave_one(std::size_t number) {
    for (const table& each : tables_) {
        for (std::size_t row = 0; row < each.rows.size(); ++row)
            if (row != std::min(number, each.rows.size() - 1)) remove(each, row);
    }
}

bool offending_rows::leave_others(const trial& fails) {
    std::size_t most = 0;
    for (const table& each : tables_)
        most = std::max(most, each.rows.size());
    for (std::size_t number = 0; number < most; ++number) {
        const replay::savepoint all = state_.save();
        leave_one(number);
        if (!fails()) {
            state_.keep(all);
            return true;
        }
        state_.restore(all);
    }
    return false;
}

} // namespace headway::compiler
