#include "testing/made_rows.hpp"

#include "headway/error.hpp"
#include "sqlite/statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <string>
#include <string_view>
#include <vector>

namespace headway::testing {
using namespace detail;
namespace {

constexpr int most_rows = 3;

struct made_column {
    std::string name;
    std::string type;
    bool is_key; ///< Or refers to one: the same for the same row in all tables, so that references have
                 ///< parents.
};

/// Those that do not fill themselves.
std::vector<made_column> columns_to_fill(sqlite3* db, const std::string& table) {
    std::vector<made_column> columns;
    sqlite_statement query;
    int code = query.prepare(
        db, "SELECT name, type, pk <> 0 OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(?1, 'main') AS k "
            "WHERE k.\"from\" = x.name) FROM pragma_table_xinfo(?1, 'main') AS x WHERE hidden = 0");
    if (code == SQLITE_OK) code = query.bind(1, std::string_view(table));
    while (code == SQLITE_OK && query.step() == SQLITE_ROW) {
        columns.push_back({std::string(query.text(0)), std::string(query.text(1)), query.number(2) != 0});
    }
    return columns;
}

/// A value that a column of this type is likely to take. Where `offset` is not 0, other columns have others.
std::string made_value(const made_column& column, int row, int offset) {
    const std::string number = std::to_string(row + offset);
    const auto has = [&](std::string_view word) {
        for (std::size_t at = 0; at + word.size() <= column.type.size(); ++at) {
            if (sqlite3_strnicmp(column.type.data() + at, word.data(), static_cast<int>(word.size())) == 0)
                return true;
        }
        return false;
    };
    if (has("bool")) return std::to_string(row % 2);
    if (has("date") || has("time")) return joined({"'2025-06-0", std::to_string(row), " 09:30:00'"});
    if (has("int") || has("num") || has("dec")) return number;
    if (has("real") || has("floa") || has("doub")) return joined({number, ".5"});
    if (has("json")) return joined({"'{\"row\": ", number, "}'"});
    if (has("blob")) return joined({"x'0", std::to_string(row), "'"});
    return literal(joined({offset == 0 ? std::string_view("row") : column.name, " ", std::to_string(row)}));
}

/// Inserts a row. False if constraints refuse it.
bool insert_made(sqlite3* db, const std::string& table, const std::vector<made_column>& columns, int row,
                 bool is_varied) {
    std::string names;
    std::string values;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const int offset = is_varied && !columns[at].is_key ? 10 * static_cast<int>(at + 1) : 0;
        names += joined({names.empty() ? "" : ", ", quoted(columns[at].name)});
        values += joined({values.empty() ? "" : ", ", made_value(columns[at], row, offset)});
    }
    const std::string insert =
        joined({"INSERT OR IGNORE INTO main.", quoted(table), " (", names, ") VALUES (", values, ")"});
    return sqlite3_exec(db, insert.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK &&
           sqlite3_changes(db) != 0;
}

} // namespace

void make_rows(sqlite3* db, const std::vector<std::string>& tables) {
    sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr);
    for (const std::string& table : tables) {
        const std::vector<made_column> columns = columns_to_fill(db, table);
        for (int row = 1; row <= most_rows; ++row) {
            // What constraints refuse twice is left out.
            if (!insert_made(db, table, columns, row, true)) insert_made(db, table, columns, row, false);
        }
    }
    if (sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
        throw error(error_code::database, joined({"rows cannot be made: ", sqlite3_errmsg(db)}));
}

} // namespace headway::testing
