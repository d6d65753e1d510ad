#include "sqlite/orphan_search.hpp"

#include "headway/error.hpp"
#include "sql/spelled_name.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace headway::detail {
namespace {

/// The parent's column is missing only if it has no key, which is an error of its own.
constexpr const char* all_keys =
    "SELECT t.name, f.id, f.\"table\", f.\"from\", coalesce(f.\"to\", (SELECT p.name FROM "
    "pragma_table_info(f.\"table\", 'main') AS p WHERE p.pk = f.seq + 1), '') FROM main.sqlite_schema AS t, "
    "pragma_foreign_key_list(t.name, 'main') AS f WHERE t.type = 'table' ORDER BY t.name, f.id, "
    "f.\"from\" COLLATE NOCASE";

[[noreturn]] void fail(sqlite3* db) {
    const int code = sqlite3_extended_errcode(db);
    throw error(code_of(code, error_code::database),
                joined({"the foreign keys could not be checked: ", sqlite3_errmsg(db)}), code);
}

/// Adds a column to the key. The unary plus leaves the comparison to the parent's affinity and collation, as
/// a foreign key does.
void add_column(foreign_key& key, std::string_view from, std::string_view to) {
    const std::string column = joined({"c.", quoted(from)});
    key.columns += joined({key.columns.empty() ? "CAST(" : ", CAST(", column, " AS TEXT)"});
    key.present += joined({key.present.empty() ? "" : " AND ", column, " IS NOT NULL"});
    key.found += joined({key.found.empty() ? "" : " AND ", "p.", quoted(to), " = +", column});
    key.identity += joined({" ", quoted(fold(from))});
}

std::vector<foreign_key> read_keys(sqlite3* db) {
    std::vector<foreign_key> keys;
    sqlite_statement list;
    int code = list.prepare(db, all_keys);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = list.step();
        if (code != SQLITE_ROW) break;
        const std::int64_t number = list.number(1);
        if (keys.empty() || keys.back().child != list.text(0) || keys.back().number != number) {
            keys.push_back({std::string(list.text(0)), std::string(list.text(2)), number, {}, {}, {}, {}});
            keys.back().identity = joined({quoted(fold(list.text(0))), quoted(fold(list.text(2)))});
        }
        add_column(keys.back(), list.text(3), list.text(4));
    }
    if (code != SQLITE_DONE) fail(db);
    return keys;
}

/// A number is the same whatever type it is stored by: 7, '7', '07' and 7.0.
std::string_view plain(std::string_view text) {
    const std::size_t point = text.find('.');
    const bool has_point = point != std::string_view::npos;
    const bool is_number = text.find_first_of("0123456789") != std::string_view::npos &&
                           text.find_first_not_of("0123456789.") == std::string_view::npos &&
                           (!has_point || text.find('.', point + 1) == std::string_view::npos);
    if (!is_number) return text;
    if (has_point) {
        text = text.substr(0, text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.remove_suffix(1);
    }
    const std::size_t zeros = text.find_first_not_of('0');
    return zeros == std::string_view::npos ? "0" : text.substr(zeros);
}

/// Reads what rows of one table refer to by one of its keys.
class reference_reader {
public:
    /// In a table without rowids those that lack a parent are found anew: there is no asking for one.
    reference_reader(sqlite3* db, const foreign_key& key, bool by_row) : key_(&key), by_row_(by_row) {
        const std::string from =
            joined({"SELECT ", key.columns, " FROM main.", quoted(key.child), " AS c WHERE "});
        if (by_row) {
            rows_.prepare(db, (from + "c.rowid = ?1").c_str());
            return;
        }
        const std::string lacking = joined(
            {" AND NOT EXISTS (SELECT 1 FROM main.", quoted(key.parent), " AS p WHERE ", key.found, ")"});
        const bool has_parent = rows_.prepare(db, joined({from, key.present, lacking}).c_str()) == SQLITE_OK;
        if (!has_parent) rows_.prepare(db, (from + key.present).c_str());
    }
    [[nodiscard]] const foreign_key* key() const noexcept { return key_; }

    /// Nothing if there is no telling.
    [[nodiscard]] std::string read(std::int64_t row) {
        std::string values;
        if (!rows_.exists() || (by_row_ && rows_.bind(1, row) != SQLITE_OK)) return values;
        if (rows_.step() == SQLITE_ROW) {
            for (int column = 0; column < rows_.columns(); ++column) {
                values += joined({"'", plain(rows_.text(column))});
            }
        }
        if (by_row_) rows_.reset();
        return values;
    }

private:
    const foreign_key* key_;
    bool by_row_;
    sqlite_statement rows_;
};

/// Finds what is wrong with the keys of one table, which stand side by side.
class table_search {
public:
    table_search(sqlite3* db, const foreign_key* first, const foreign_key* last)
        : db_(db), first_(first), last_(last) {}

    void add_to(std::vector<orphan>& found) {
        sqlite_statement check;
        int code = check.prepare(
            db_, joined({"PRAGMA main.foreign_key_check(", quoted(first_->child), ")"}).c_str());
        while (code == SQLITE_OK || code == SQLITE_ROW) {
            code = check.step();
            if (code == SQLITE_ROW) add(check, found);
        }
        // "foreign key mismatch": the parent's columns are not unique, so that no row could be right.
        if (code == SQLITE_ERROR) {
            found.push_back({first_, {}, {}, sqlite3_errmsg(db_)});
        } else if (code != SQLITE_DONE) {
            fail(db_);
        }
    }

private:
    void add(const sqlite_statement& check, std::vector<orphan>& found) {
        const std::int64_t number = check.number(3);
        const foreign_key* const key =
            std::find_if(first_, last_, [&](const foreign_key& one) { return one.number == number; });
        if (key == last_) return; // there is no such key
        const bool has_row = !check.is_null(1);
        auto reader = std::find_if(readers_.begin(), readers_.end(),
                                   [&](const reference_reader& one) { return one.key() == key; });
        if (reader == readers_.end()) reader = readers_.emplace(reader, db_, *key, has_row);
        found.push_back({key, std::string(check.text(1)), reader->read(check.number(1)), {}});
    }

    sqlite3* db_;
    const foreign_key* first_;
    const foreign_key* last_;
    std::vector<reference_reader> readers_;
};

/// Most databases have none, which one statement tells. It fails like those that look closer: an error may
/// have ended the transaction.
bool may_have_orphans(sqlite3* db) {
    sqlite_statement check;
    int code = check.prepare(db, "PRAGMA main.foreign_key_check");
    if (code == SQLITE_OK) code = check.step();
    const bool is_mismatch = code == SQLITE_ERROR;
    if (code != SQLITE_DONE && code != SQLITE_ROW && !is_mismatch) fail(db);
    return code != SQLITE_DONE;
}

} // namespace

orphan_search find_orphans(sqlite3* db) {
    orphan_search found;
    if (!may_have_orphans(db)) return found;
    found.keys = read_keys(db);
    const foreign_key* const end = found.keys.data() + found.keys.size();
    for (const foreign_key* first = found.keys.data(); first != end;) {
        const foreign_key* const last =
            std::find_if(first, end, [&](const foreign_key& one) { return one.child != first->child; });
        table_search(db, first, last).add_to(found.orphans);
        first = last;
    }
    return found;
}

std::string describe(const orphan& of) {
    const foreign_key& key = *of.key;
    if (!of.complaint.empty()) return joined({"table ", key.child, ": ", of.complaint});
    return joined({of.row.empty() ? "a row" : "row ", of.row, " of table ", key.child,
                   " refers to a row of table ", key.parent, " that is not there"});
}

} // namespace headway::detail
