#include "rows/favourites.hpp"

#include "schema/checks.hpp"
#include "sql/clocks.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace headway::compiler {
namespace {

bool asks_for_time(const lexeme& word) {
    return is_time_function(word.text);
}
bool asks_for_json(const lexeme& word) {
    return word.text.starts_with("json");
}

/// Whether a CHECK that speaks of the column calls such a function.
bool is_checked_by(const schema_object& table, const table_column& column, bool (*asks)(const lexeme&)) {
    for (const lexemes& check : checks_of(table.meaning)) {
        if (columns_in(check, *table.structure).contains(fold(column.name)) &&
            std::any_of(check.begin(), check.end(),
                        [&](const lexeme& one) { return one.kind == lexeme_kind::word && asks(one); }))
            return true;
    }
    return false;
}

bool is_time(const schema_object& table, const table_column& column) {
    return has_any(column.type_meaning, {"date", "time"}) ||
           fold(column.default_value).starts_with("current_") || is_checked_by(table, column, asks_for_time);
}

bool is_json(const schema_object& table, const table_column& column) {
    return has_any(column.type_meaning, {"json"}) || column.default_value == "'{}'" ||
           column.default_value == "'[]'" || is_checked_by(table, column, asks_for_json);
}

/// Which of the columns it is, from 0; also for a rowid that is none of them.
std::int64_t place_of(const schema_object& table, const table_column& column) {
    const auto& columns = table.structure->columns;
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const table_column& each) { return &each == &column; });
    return found == columns.end() ? 0 : found - columns.begin();
}

std::vector<value> times(std::int64_t number) {
    const std::string date =
        fmt::format("{}-{:02}-{:02}", 2001 + number / 336, 1 + number / 28 % 12, 1 + number % 28);
    const std::string time = fmt::format("04:{:02}:{:02}", number / 60 % 60, number % 60);
    std::vector<value> result;
    for (const std::string& form : {date + ' ' + time, date, date + 'T' + time + 'Z', date + 'T' + time, time,
                                    date + ' ' + time + ".000", date + 'T' + time + ".000Z"})
        result.push_back(text(form));
    return result;
}

std::vector<value> documents(const table_column& column, std::int64_t number) {
    const std::string list = number == 0 ? "[]" : fmt::format("[{}]", number);
    const std::string object = number == 0 ? "{}" : fmt::format(R"({{"made up": {}}})", number);
    if (column.default_value == "'[]'") return {text(list), text(object)};
    return {text(object), text(list)};
}

} // namespace

std::vector<value> favourites(const schema_object& table, const table_column& column, std::int64_t number) {
    constexpr std::int64_t far_away = 100'000; // and so far from the next column
    const std::int64_t place = place_of(table, column);
    const std::string& type = column.type_meaning;
    if (has_any(type, {"int", "real", "floa", "doub", "bool", "num", "dec"}))
        return {{value::kind::integer, number == 0 ? 1 : far_away * (place + 1) + number, 0, {}}};
    if (has_any(type, {"blob"}))
        return {{value::kind::blob, 0, 0, fmt::format("{}{} {}", '\0', place, number)}};
    if (is_json(table, column)) return documents(column, number);
    if (is_time(table, column)) return times(number + 31 * place);
    return {text(number == 0 ? fmt::format("made up {}", column.name)
                             : fmt::format("made up {} {}", column.name, number))};
}

} // namespace headway::compiler
