#include "sqlite/foreign_keys.hpp"

#include "headway/error.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <iterator>

namespace headway::detail {
namespace {

[[noreturn]] void fail(sqlite3* db) {
    const int code = sqlite3_extended_errcode(db);
    throw error(code_of(code, error_code::database),
                joined({"the foreign keys could not be checked: ", sqlite3_errmsg(db)}), code);
}

bool comes_before(const orphan& left, const orphan& right) {
    return left.key < right.key;
}

/// Reads from rows of one table the values of one of its foreign keys.
class key_reader {
public:
    key_reader(sqlite3* db, std::string_view table, std::int64_t key) : key_(key) {
        sqlite_statement list;
        std::string values;
        int code = list.prepare(db, "SELECT \"from\" FROM pragma_foreign_key_list(?1, 'main') WHERE id = ?2");
        if (code == SQLITE_OK) code = list.bind(1, table);
        if (code == SQLITE_OK) code = list.bind(2, key);
        while (code == SQLITE_OK && list.step() == SQLITE_ROW) {
            values += joined({values.empty() ? "" : " || ', ' || ", "quote(", quoted(list.text(0)), ")"});
        }
        if (!values.empty())
            rows_.prepare(
                db, joined({"SELECT ", values, " FROM main.", quoted(table), " WHERE rowid = ?1"}).c_str());
    }
    [[nodiscard]] std::int64_t key() const noexcept { return key_; }
    /// Nothing if there is no telling.
    [[nodiscard]] std::string values(std::int64_t row) {
        if (!rows_.exists() || rows_.bind(1, row) != SQLITE_OK) return {};
        const std::string found = rows_.step() == SQLITE_ROW ? std::string(rows_.text(0)) : std::string();
        rows_.reset();
        return found;
    }

private:
    std::int64_t key_;
    sqlite_statement rows_;
};

void append_violations(sqlite3* db, std::string_view table, std::vector<orphan>& found) {
    sqlite_statement check;
    std::vector<key_reader> readers;
    int code = check.prepare(db, joined({"PRAGMA main.foreign_key_check(", quoted(table), ")"}).c_str());
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = check.step();
        if (code != SQLITE_ROW) break;
        std::string text = joined({check.is_null(1) ? "a row" : "row ", check.text(1), " of table ", table,
                                   " refers to a row of table ", check.text(2), " that is not there"});
        const std::int64_t key = check.number(3);
        auto reader = std::find_if(readers.begin(), readers.end(),
                                   [&](const key_reader& one) { return one.key() == key; });
        if (reader == readers.end()) reader = readers.emplace(reader, db, table, key);
        const std::string values = check.is_null(1) ? std::string() : reader->values(check.number(1));
        found.push_back({values.empty() ? text : joined({check.text(2), " ", values}), std::move(text)});
    }
    // "foreign key mismatch": the parent's columns are not unique, so that no row could be right.
    if (code == SQLITE_ERROR) {
        std::string text = joined({"table ", table, ": ", sqlite3_errmsg(db)});
        found.push_back({text, text});
    } else if (code != SQLITE_DONE) {
        fail(db);
    }
}

/// Sorted. One key may stand there several times.
std::vector<orphan> violations(sqlite3* db) {
    std::vector<std::string> tables;
    sqlite_statement list;
    int code = list.prepare(db, "SELECT DISTINCT t.name FROM main.sqlite_schema AS t, "
                                "pragma_foreign_key_list(t.name, 'main') WHERE t.type = 'table'");
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = list.step();
        if (code == SQLITE_ROW) tables.emplace_back(list.text(0));
    }
    if (code != SQLITE_DONE) fail(db);
    std::vector<orphan> found;
    for (const std::string& table : tables) {
        append_violations(db, table, found);
    }
    std::sort(found.begin(), found.end(), comes_before);
    return found;
}

} // namespace

void foreign_key_guard::look_before(sqlite3* db) {
    if (looked_) return;
    before_ = violations(db);
    looked_ = true;
}

std::vector<std::string> foreign_key_guard::look_after(sqlite3* db) const {
    std::vector<std::string> lines;
    if (!looked_) return lines;
    const std::vector<orphan> after = violations(db);
    std::vector<orphan> fresh;
    std::set_difference(after.begin(), after.end(), before_.begin(), before_.end(), std::back_inserter(fresh),
                        comes_before);
    for (orphan& one : fresh) {
        lines.push_back(std::move(one.text));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

void foreign_key_guard::reset() noexcept {
    looked_ = false;
    before_.clear();
}

} // namespace headway::detail
