#include "testing/made_rows.hpp"

#include "headway/error.hpp"
#include "sqlite/statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <initializer_list>
#include <string_view>
#include <vector>

namespace headway::testing {
using namespace detail;
namespace {

constexpr int most_rows = 3;

/// A value that a column of this type is likely to take, the same for the same row in all tables, so that
/// most references have their parents.
std::string made_value(std::string_view type, int row) {
    const std::string number = std::to_string(row);
    const auto has = [&](std::string_view word) {
        for (std::size_t at = 0; at + word.size() <= type.size(); ++at) {
            if (sqlite3_strnicmp(type.data() + at, word.data(), static_cast<int>(word.size())) == 0)
                return true;
        }
        return false;
    };
    if (has("bool")) return std::to_string(row % 2);
    if (has("date") || has("time")) return joined({"'2025-06-0", number, " 09:30:00'"});
    if (has("int") || has("num") || has("dec")) return number;
    if (has("real") || has("floa") || has("doub")) return joined({number, ".5"});
    if (has("json")) return joined({"'{\"row\": ", number, "}'"});
    if (has("blob")) return joined({"x'0", number, "'"});
    return joined({"'row ", number, "'"});
}

/// `INSERT` of one row into a table, without the columns that fill themselves.
std::string made_insert(sqlite3* db, const std::string& table, int row) {
    sqlite_statement query;
    std::string columns;
    std::string values;
    int code = query.prepare(db, "SELECT name, type FROM pragma_table_xinfo(?1, 'main') WHERE hidden = 0");
    if (code == SQLITE_OK) code = query.bind(1, std::string_view(table));
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = query.step();
        if (code != SQLITE_ROW) break;
        columns += joined({columns.empty() ? "" : ", ", quoted(query.text(0))});
        values += joined({values.empty() ? "" : ", ", made_value(query.text(1), row)});
    }
    return joined({"INSERT OR IGNORE INTO main.", quoted(table), " (", columns, ") VALUES (", values, ")"});
}

} // namespace

void make_rows(sqlite3* db, const schema_state& before, const schema_state& after) {
    sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr);
    for (const auto& [name, object] : after) {
        if (name.compare(0, 6, "table ") != 0 || object.root == 0 || before.find(name) != before.end())
            continue;
        for (int row = 1; row <= most_rows; ++row) {
            // What its constraints refuse is left out.
            sqlite3_exec(db, made_insert(db, name.substr(6), row).c_str(), nullptr, nullptr, nullptr);
        }
    }
    if (sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
        throw error(error_code::database, joined({"rows cannot be made: ", sqlite3_errmsg(db)}));
}

} // namespace headway::testing
