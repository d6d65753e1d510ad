// Whether a view or trigger works: SQLite says so when it prepares a statement that needs it.

#include "sqlite/bystanders.hpp"

#include "sqlite/statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

namespace headway::detail {
namespace {

/// Prepares a statement to see whether it can be; `message` is what is wrong with it, or empty.
int try_statement(sqlite3* db, const std::string& sql, std::string& message) {
    sqlite_statement statement;
    const int code = statement.prepare(db, sql.c_str());
    if (code == SQLITE_NOMEM || code == SQLITE_INTERRUPT) return code;
    message = code == SQLITE_OK ? "" : sqlite3_errmsg(db);
    return SQLITE_OK;
}

/// `a = a, b = b` of the columns that can be written; empty for a table that is not there.
int assignments(sqlite3* db, const std::string& table, std::string& text) {
    sqlite_statement columns;
    int code = columns.prepare(db, "SELECT name FROM pragma_table_xinfo(?1, 'main') WHERE hidden = 0");
    if (code == SQLITE_OK) code = columns.bind(1, std::string_view(table));
    if (code != SQLITE_OK) return code;
    for (code = columns.step(); code == SQLITE_ROW; code = columns.step()) {
        const std::string column = quoted(columns.text(0));
        text += joined({text.empty() ? "" : ", ", column, " = ", column});
    }
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

/// What is wrong with a statement that makes triggers of a table fire, or nothing.
int try_triggers(sqlite3* db, const std::string& table, std::string& message) {
    std::string same;
    const int known = assignments(db, table, same);
    if (known == SQLITE_ERROR) message = sqlite3_errmsg(db); // of a view that is broken itself
    if (known != SQLITE_OK || same.empty()) return known == SQLITE_ERROR ? SQLITE_OK : known;
    const std::string name = joined({"main.", quoted(table)});
    for (const std::string& sql : {joined({"DELETE FROM ", name}), joined({"UPDATE ", name, " SET ", same}),
                                   joined({"INSERT INTO ", name, " DEFAULT VALUES"})}) {
        const int code = try_statement(db, sql, message);
        const bool is_view = message.find("because it is a view") != std::string::npos;
        if (is_view) message.clear(); // for which there is no such trigger
        if (code != SQLITE_OK || !message.empty()) return code;
    }
    return SQLITE_OK;
}

} // namespace

int bystanders::try_out(sqlite3* db, const object& one, std::string& message) {
    if (one.type == kind::index) return SQLITE_OK; // it works if it is there
    return one.type == kind::view
               ? try_statement(db, joined({"SELECT * FROM main.", quoted(one.name)}), message)
               : try_triggers(db, one.table, message);
}

} // namespace headway::detail
