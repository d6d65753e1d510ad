#include "rows/row_insertion.hpp"

#include "sql/name.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

namespace headway::compiler {
namespace {

std::string insert_into(const std::string& table, const std::vector<std::string>& columns) {
    const std::string name = quote_name(table);
    if (columns.empty()) return fmt::format("INSERT OR ABORT INTO main.{} DEFAULT VALUES", name);
    const std::vector<std::string> marks(columns.size(), "?");
    return fmt::format("INSERT OR ABORT INTO main.{} ({}) VALUES ({})", name, fmt::join(columns, ", "),
                       fmt::join(marks, ", "));
}

} // namespace

row_insertion::row_insertion(SQLite::Database& database, const std::string& table,
                             const std::vector<std::string>& columns) {
    try {
        statement_.emplace(database, insert_into(table, columns));
    } catch (const SQLite::Exception& trouble) {
        refusal_ = trouble.what();
    }
}

std::string row_insertion::run(const std::vector<const value*>& values) {
    if (!statement_) return refusal_;
    int place = 0;
    for (const value* each : values)
        bind(*statement_, ++place, *each);
    const int code = statement_->tryExecuteStep();
    const std::string trouble = code == SQLITE_DONE ? std::string() : statement_->getErrorMsg();
    statement_->tryReset();
    return trouble;
}

} // namespace headway::compiler
