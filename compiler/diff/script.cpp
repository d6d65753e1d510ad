#include "diff/script.hpp"

#include "sql/lexeme.hpp"
#include "sql/missing.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <memory>

namespace headway::compiler {
namespace {

struct finalizer {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using prepared = std::unique_ptr<sqlite3_stmt, finalizer>;

[[noreturn]] void fail(sqlite3* database, std::string_view sql, std::size_t begin) {
    const std::string message = sqlite3_errmsg(database);
    int offset = -1;
#if SQLITE_VERSION_NUMBER >= 3038000
    offset = sqlite3_error_offset(database);
#endif
    throw script_error(message, begin,
                       offset < 0 ? find_missing(sql, begin, message).value_or(begin)
                                  : begin + static_cast<std::size_t>(offset));
}

/// Private databases have a few rows; what runs long over those runs for ever.
class time_limit {
public:
    explicit time_limit(sqlite3* database) : database_(database) {
        constexpr int operations = 1'000'000;
        sqlite3_progress_handler(
            database, operations, [](void* left) { return --*static_cast<int*>(left) < 0 ? 1 : 0; }, &left_);
    }
    ~time_limit() { sqlite3_progress_handler(database_, 0, nullptr, nullptr); }
    time_limit(const time_limit&) = delete;
    time_limit& operator=(const time_limit&) = delete;
    [[nodiscard]] bool is_over() const noexcept { return left_ < 0; }

private:
    sqlite3* database_;
    int left_ = 100;
};

void step(sqlite3* database, sqlite3_stmt* statement, std::string_view sql, std::size_t begin) {
    const time_limit limit(database);
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW)
        code = sqlite3_step(statement);
    if (code == SQLITE_DONE) return;
    if (limit.is_over())
        throw script_error("it does not come to an end, over a few rows: does it recurse in a circle?", begin,
                           begin);
    fail(database, sql, begin);
}

} // namespace

void run_script(SQLite::Database& database, std::string_view sql,
                const std::vector<script_span>& statements) {
    sqlite3* const handle = database.getHandle();
    for (const script_span& each : statements) {
        sqlite3_stmt* raw = nullptr;
        const int size = static_cast<int>(each.next - each.begin);
        const int code = sqlite3_prepare_v2(handle, sql.data() + each.begin, size, &raw, nullptr);
        const prepared statement(raw);
        if (code != SQLITE_OK) fail(handle, sql, each.begin);
        if (statement) step(handle, statement.get(), sql, each.begin);
    }
}

void run_script(SQLite::Database& database, std::string_view sql) {
    run_script(database, sql, find_statements(sql));
}

SQLite::Database open_scratch(const preparation& prepare) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    // Neither ATTACH nor VACUUM INTO can reach a file.
    sqlite3_limit(database.getHandle(), SQLITE_LIMIT_ATTACHED, 0);
    database.exec("PRAGMA foreign_keys = OFF");
    if (prepare) prepare(database);
    return database;
}

SQLite::Database copy_scratch(SQLite::Database& from, const preparation& prepare) {
    SQLite::Database copy = open_scratch(prepare);
    SQLite::Backup(copy, from).executeStep(-1);
    return copy;
}

} // namespace headway::compiler
