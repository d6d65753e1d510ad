// How an sqlite_connection takes turns with the function of a migration in C++. Linked with that alone.

#include "sql/script.hpp"
#include "sqlite/connection.hpp"

#include <sqlite3.h>

namespace headway::detail {

void sqlite_connection::run_of_code(std::string_view script, statement_user* user) {
    require_transaction();
    if (user == nullptr) return run_statements(script, nullptr);
    require_no_nul(script);
    const char* const end = run_first(script, 0, user);
    const std::size_t second = statement_start(script, static_cast<std::size_t>(end - script.data()));
    if (second >= script.size()) return;
    throw statement_failure{
        false,
        error_code::statement,
        second,
        "values and rows are of one statement, and this is a second: give it a call of its own",
        excerpt(script, second),
        0};
}

void sqlite_connection::look_before_lending() {
    if (bystanders_.look(db_) != SQLITE_OK) throw database_error("read the schema");
    stoppable([&] { guard_.look_before(db_); });
}

std::string sqlite_connection::refusal_of_code() const {
    if (verdict_.why == breach::none) return {};
    return explain(verdict_.why, verdict_.why == breach::version_table ? version_table_ : verdict_.subject);
}

void sqlite_connection::begin_code() {
    begin_script(true);
    runs_code_ = true;
}

void sqlite_connection::end_code() noexcept {
    phase_ = phase::idle;
    runs_code_ = false;
}

void sqlite_connection::beat_of_code() {
    if (!wait_.has_beat()) return;
    try {
        wait_.beat();
    } catch (...) {
        thrown_by_beat_ = std::current_exception();
        throw;
    }
}

} // namespace headway::detail
