#include "prove/late_names.hpp"

#include "prove/failure.hpp"
#include "prove/statement_words.hpp"
#include "prove/trial.hpp"
#include "sql/missing.hpp"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <algorithm>

namespace headway::compiler {
using namespace detail;
namespace {

/// Bytes of a section.
struct span {
    std::size_t begin;
    std::size_t end;
};

/// What stands in brackets behind DEFAULT in a statement that makes or alters a table.
std::vector<span> default_expressions(std::string_view sql, const watched_statement& statement) {
    const bool of_table = (statement.does(SQLITE_CREATE_TABLE) || statement.does(SQLITE_ALTER_TABLE)) &&
                          !statement.does(SQLITE_CREATE_VTABLE);
    std::vector<span> result;
    if (!of_table) return result;
    const statement_words all = words_of(sql, statement.begin, statement.end);
    for (std::size_t at = 0; at + 1 < all.size(); ++at) {
        if (all[at].text != "default" || all[at + 1].text != "(") continue;
        const std::size_t close = closing(all, at + 1);
        if (close < all.size()) result.push_back({all[at + 1].at.begin, all[close].at.end});
    }
    return result;
}

/// What SQLite has against a statement, if anything.
std::optional<statement_failure> failure_of(SQLite::Database& database, const std::string& sql) {
    sqlite3* const db = database.getHandle();
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr);
    sqlite3_finalize(statement);
    if (code == SQLITE_OK) return std::nullopt;
    const std::string message = sqlite3_errmsg(db);
    std::size_t offset = find_missing(sql, 0, message).value_or(0);
#if SQLITE_VERSION_NUMBER >= 3038000
    if (const int place = sqlite3_error_offset(db); place >= 0) offset = static_cast<std::size_t>(place);
#endif
    return statement_failure{false, headway::error_code::statement, offset, message, sql, code};
}

} // namespace

std::vector<watched_action> late_actions(const section& of, const watched_statement& statement,
                                         const schema& reached, replay& state) {
    std::vector<watched_action> result;
    const auto add = [&](const std::string& use) {
        if (use.empty()) return;
        const auto more = state.actions_of(use);
        result.insert(result.end(), more.begin(), more.end());
    };
    for (const span& each : default_expressions(of.sql(), statement))
        add("EXPLAIN SELECT " + std::string(of.sql().substr(each.begin, each.end - each.begin)));
    for (const auto& [code, kind] : {std::pair{SQLITE_CREATE_VIEW, object_kind::view},
                                     std::pair{SQLITE_CREATE_TRIGGER, object_kind::trigger}}) {
        const watched_action* const made = statement.find(code);
        const schema_object* const object = made == nullptr ? nullptr : reached.find(kind, made->first);
        if (object != nullptr) add(use_of(state.database(), *object));
    }
    return result;
}

void find_broken_defaults(const section& of, const statement_log& log, SQLite::Database& database,
                          findings& found) {
    constexpr std::string_view query = "SELECT ";
    for (const watched_statement& statement : log.statements()) {
        for (const span& each : default_expressions(of.sql(), statement)) {
            const std::string_view expression = of.sql().substr(each.begin, each.end - each.begin);
            auto failed = failure_of(database, std::string(query).append(expression));
            if (!failed) continue;
            failed->offset = each.begin + std::max(failed->offset, query.size()) - query.size();
            found.push_back(describe_failure(of, *failed, log));
        }
    }
}

} // namespace headway::compiler
