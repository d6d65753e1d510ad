#include "sqlite/open_statement.hpp"

#include "sql/script.hpp"
#include "text.hpp"

#include <sqlite3.h>

namespace headway::detail {

void open_statement::look(sqlite3* db) {
    text_.clear();
    for (sqlite3_stmt* each = sqlite3_next_stmt(db, nullptr); each != nullptr;
         each = sqlite3_next_stmt(db, each)) {
        if (sqlite3_stmt_busy(each) == 0) continue;
        const char* const sql = sqlite3_sql(each);
        text_ = sql == nullptr ? "?" : printable(excerpt(sql, statement_start(sql, 0)));
    }
}

bool open_statement::is_to_blame(int code) const noexcept {
    return exists() && (code == SQLITE_LOCKED || code == SQLITE_BUSY_SNAPSHOT);
}

std::string open_statement::complaint() const {
    return joined({": a statement of this connection is not finished: ", text_,
                   "\nStep it to its end, reset it or finalize it."});
}

std::string open_statement::suspicion() const {
    if (!exists()) return {};
    return joined({"\nIt may be waiting for a statement of this connection that is not finished: ", text_});
}

} // namespace headway::detail
