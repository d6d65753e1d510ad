// What an sqlite_connection answers to SQLite's authorizer.

#include "sqlite/connection.hpp"

#include <sqlite3.h>

#include <cstdio>
#include <cstring>

namespace headway::detail {
namespace {

/// What a refused action is about.
const char* subject_of(breach why, const statement_action& action) noexcept {
    const bool about_transaction = action.code == SQLITE_TRANSACTION || action.code == SQLITE_SAVEPOINT;
    if (why == breach::temporary_trigger) return action.cause;
    if (why == breach::ends_transaction && !about_transaction) return "";
    if (action.code == SQLITE_SAVEPOINT && std::strcmp(action.first, "BEGIN") == 0) return "SAVEPOINT";
    const char* const subject = action.code == SQLITE_ALTER_TABLE ? action.second : action.first;
    return subject == nullptr ? "" : subject;
}

} // namespace

int sqlite_connection::authorize(void* self, int action, const char* first, const char* second,
                                 const char* database, const char* cause) noexcept {
    auto& connection = *static_cast<sqlite_connection*>(self);
    const statement_action wanted{action, first, second, database, cause};
    const breach why = connection.phase_ == phase::preparing  ? connection.judge_prepared(wanted)
                       : connection.phase_ == phase::stepping ? connection.judge_stepping(wanted)
                       : connection.phase_ == phase::lent     ? connection.judge_lent(wanted)
                                                              : breach::none;
    if (why == breach::none) return SQLITE_OK;
    connection.refuse(why, subject_of(why, wanted));
    return SQLITE_DENY;
}

breach sqlite_connection::judge_prepared(const statement_action& wanted) noexcept {
    if (watcher_ != nullptr) watcher_->asked(wanted);
    verdict_.touches_rows = verdict_.touches_rows || detail::touches_rows(wanted);
    verdict_.expires_statements = verdict_.expires_statements || detail::expires_statements(wanted);
    verdict_.drops = verdict_.drops || detail::drops(wanted);
    verdict_.breaks_views = verdict_.breaks_views || detail::breaks_views(wanted);
    return judge_lent(wanted);
}

breach sqlite_connection::judge_lent(const statement_action& wanted) noexcept {
    if (policy_.in_transaction && sqlite3_get_autocommit(db_) != 0) return breach::ends_transaction;
    if (const breach why = judge(policy_, wanted); why != breach::none) return why;
    if (foreign_.is_of_program_trigger(wanted)) return breach::temporary_trigger;
    return foreign_.is_foreign(wanted) ? breach::elsewhere : breach::none;
}

/// Once the transaction has ended, nothing else may happen.
breach sqlite_connection::judge_stepping(const statement_action& wanted) noexcept {
    const bool ended = policy_.in_transaction && sqlite3_get_autocommit(db_) != 0;
    return ended ? breach::ends_transaction : judge_nested(policy_, wanted);
}

/// The first reason is kept: others may follow from it.
void sqlite_connection::refuse(breach why, const char* subject) noexcept {
    if (verdict_.why != breach::none) return;
    verdict_.why = why;
    std::snprintf(verdict_.subject, sizeof verdict_.subject, "%s", subject);
    if (watcher_ != nullptr) watcher_->refused(why);
}

} // namespace headway::detail
