#include "foreign_keys.hpp"

#include "headway/error.hpp"
#include "sqlite_statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <iterator>

namespace headway {
namespace {

[[noreturn]] void fail(sqlite3* db) {
    throw error(error_code::database, joined({"the foreign keys could not be checked: ", sqlite3_errmsg(db)}),
                sqlite3_extended_errcode(db));
}

void append_violations(sqlite3* db, std::string_view table, std::vector<std::string>& found) {
    sqlite_statement check;
    int code = check.prepare(db, joined({"PRAGMA main.foreign_key_check(", quoted(table), ")"}).c_str());
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = check.step();
        if (code != SQLITE_ROW) break;
        found.push_back(joined({check.is_null(1) ? "a row" : "row ", check.text(1), " of table ", table,
                                " refers to a row of table ", check.text(2), " that is not there"}));
    }
    // "foreign key mismatch": the parent's columns are not unique, so that no row could be right.
    if (code == SQLITE_ERROR) {
        found.push_back(joined({"table ", table, ": ", sqlite3_errmsg(db)}));
    } else if (code != SQLITE_DONE) {
        fail(db);
    }
}

/// Sorted. One line may stand there several times: for rows without a rowid, and for several keys of a row.
std::vector<std::string> violations(sqlite3* db) {
    std::vector<std::string> tables;
    sqlite_statement list;
    int code = list.prepare(db, "SELECT DISTINCT t.name FROM main.sqlite_schema AS t, "
                                "pragma_foreign_key_list(t.name, 'main') WHERE t.type = 'table'");
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = list.step();
        if (code == SQLITE_ROW) tables.emplace_back(list.text(0));
    }
    if (code != SQLITE_DONE) fail(db);
    std::vector<std::string> found;
    for (const std::string& table : tables) {
        append_violations(db, table, found);
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

void foreign_key_guard::look_before(sqlite3* db) {
    if (looked_) return;
    before_ = violations(db);
    looked_ = true;
}

std::vector<std::string> foreign_key_guard::look_after(sqlite3* db) const {
    std::vector<std::string> fresh;
    if (!looked_) return fresh;
    const std::vector<std::string> after = violations(db);
    std::set_difference(after.begin(), after.end(), before_.begin(), before_.end(),
                        std::back_inserter(fresh));
    return fresh;
}

void foreign_key_guard::reset() noexcept {
    looked_ = false;
    before_.clear();
}

} // namespace headway
