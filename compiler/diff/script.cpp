#include "diff/script.hpp"

#include "schema/lexeme.hpp"
#include "schema/missing.hpp"

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
    const int offset = sqlite3_error_offset(database);
    throw script_error(message, begin,
                       offset < 0 ? find_missing(sql, begin, message).value_or(begin)
                                  : begin + static_cast<std::size_t>(offset));
}

/// The end of the last token in [begin, end) that is not a semicolon.
std::size_t last_token_end(std::string_view sql, std::size_t begin, std::size_t end) {
    std::size_t result = begin;
    for (token at = next_meaning(sql, begin); at.end <= end && at.kind != token_kind::end;
         at = next_meaning(sql, at.end)) {
        if (at.kind != token_kind::semicolon) result = at.end;
    }
    return result;
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

void run_script(SQLite::Database& database, std::string_view text,
                const std::function<void(script_span)>& ran) {
    // SQLite copies the rest of a text for each statement, unless the text ends in a NUL that it is told of.
    const std::string sql(text);
    sqlite3* const handle = database.getHandle();
    for (std::size_t at = next_meaning(sql, 0).begin; at < sql.size(); at = next_meaning(sql, at).begin) {
        sqlite3_stmt* raw = nullptr;
        const char* tail = nullptr;
        const int size = static_cast<int>(sql.size() - at + 1);
        const int code = sqlite3_prepare_v2(handle, sql.data() + at, size, &raw, &tail);
        const prepared statement(raw);
        if (code != SQLITE_OK) fail(handle, sql, at);
        const auto end = static_cast<std::size_t>(tail - sql.data());
        if (statement) {
            step(handle, statement.get(), sql, at);
            if (ran) ran({at, last_token_end(sql, at, end)});
        }
        at = end;
    }
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
