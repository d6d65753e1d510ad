#include "sqlite/authorizer.hpp"

#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <iterator>

namespace headway::detail {
namespace {

bool same_name(const char* left, std::string_view right) noexcept {
    return left != nullptr && std::string_view(left).size() == right.size() &&
           sqlite3_strnicmp(left, right.data(), static_cast<int>(right.size())) == 0;
}

template <std::size_t count>
bool is_one_of(const char* name, const char* const (&names)[count]) noexcept {
    return std::any_of(std::begin(names), std::end(names),
                       [&](const char* one) { return same_name(name, one); });
}

/// Pragmas that only look, whatever their argument, and those that are part of the transaction.
bool is_harmless(const char* pragma) noexcept {
    static constexpr const char* names[] = {
        "application_id",     "collation_list",     "compile_options",  "database_list",
        "defer_foreign_keys", "foreign_key_check",  "foreign_key_list", "freelist_count",
        "function_list",      "index_info",         "index_list",       "index_xinfo",
        "integrity_check",    "legacy_alter_table", "module_list",      "page_count",
        "pragma_list",        "quick_check",        "table_info",       "table_list",
        "table_xinfo",        "user_version",
    };
    return is_one_of(pragma, names);
}

/// Pragmas that act even without an argument.
bool acts_alone(const char* pragma) noexcept {
    static constexpr const char* names[] = {"incremental_vacuum", "optimize", "shrink_memory",
                                            "wal_checkpoint"};
    return is_one_of(pragma, names);
}

/// Pragmas that cannot work in a transaction and are the reason for `transaction:false`.
bool needs_no_transaction(const char* pragma) noexcept {
    static constexpr const char* names[] = {"auto_vacuum",   "incremental_vacuum", "journal_mode",
                                            "optimize",      "journal_size_limit", "page_size",
                                            "wal_checkpoint"};
    return is_one_of(pragma, names);
}

breach judge_pragma(const statement_policy& policy, const statement_action& action) noexcept {
    if (is_harmless(action.first)) return breach::none;
    if (action.second == nullptr && !acts_alone(action.first)) return breach::none;
    if (!policy.in_transaction && needs_no_transaction(action.first)) return breach::none;
    return breach::pragma;
}

breach judge_table(const statement_policy& policy, const char* table) noexcept {
    if (same_name(table, policy.version_table)) return breach::version_table;
    if (same_name(table, "headway_log")) return breach::log_table;
    return breach::none;
}

/// Whether a statement writes, which it can in a transaction. Without one a failure, or another launch at the
/// same time, would leave it done twice or not written down.
bool writes(int code) noexcept {
    switch (code) {
    case SQLITE_INSERT: // also into the schema, by whatever creates something
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
    case SQLITE_ALTER_TABLE:
    case SQLITE_ANALYZE:
    case SQLITE_REINDEX:
        return true;
    default:
        return false;
    }
}

} // namespace

breach judge(const statement_policy& policy, const statement_action& action) noexcept {
    if (!policy.in_transaction && writes(action.code)) return breach::no_need;
    switch (action.code) {
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
        return breach::transaction;
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
        return breach::attach;
    case SQLITE_PRAGMA:
        return judge_pragma(policy, action);
    case SQLITE_FUNCTION:
        return same_name(action.second, "load_extension") ? breach::extension : breach::none;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
    case SQLITE_CREATE_TABLE:
    case SQLITE_CREATE_VIEW:
    case SQLITE_CREATE_VTABLE:
    case SQLITE_DROP_TABLE:
        return judge_table(policy, action.first);
    case SQLITE_ALTER_TABLE:
    case SQLITE_CREATE_INDEX:
    case SQLITE_CREATE_TRIGGER:
    case SQLITE_CREATE_TEMP_TRIGGER:
    case SQLITE_DROP_INDEX:
    case SQLITE_DROP_TRIGGER:
        return judge_table(policy, action.second);
    default:
        return breach::none;
    }
}

/// Without a transaction they may have one of their own, as VACUUM has.
breach judge_nested(const statement_policy& policy, const statement_action& action) noexcept {
    if (!policy.in_transaction) return breach::none;
    const breach why = judge(policy, action);
    return why == breach::transaction ? breach::ends_transaction : why;
}

bool touches_rows(const statement_action& action) noexcept {
    switch (action.code) {
    case SQLITE_ALTER_TABLE:
    case SQLITE_DROP_TABLE:
        return true;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
        return sqlite3_strnicmp(action.first, "sqlite_", 7) != 0;
    default:
        return false;
    }
}

bool expires_statements(const statement_action& action) noexcept {
    return action.code == SQLITE_CREATE_INDEX || action.code == SQLITE_ANALYZE ||
           action.code == SQLITE_PRAGMA;
}

bool drops(const statement_action& action) noexcept {
    return action.code == SQLITE_DROP_TABLE || action.code == SQLITE_DROP_VTABLE ||
           action.code == SQLITE_DROP_INDEX;
}

bool breaks_views(const statement_action& action) noexcept {
    return action.code == SQLITE_ALTER_TABLE || action.code == SQLITE_DROP_TABLE ||
           action.code == SQLITE_DROP_VTABLE || action.code == SQLITE_DROP_VIEW;
}

std::string explain(breach why, std::string_view subject) {
    switch (why) {
    case breach::none:
        break;
    case breach::transaction:
        return joined(
            {subject,
             " is not allowed in a migration: Headway runs it in a transaction of its own. Remove the "
             "statement; a single statement that cannot run in a transaction goes into a section marked "
             "`transaction:false`."});
    case breach::pragma:
        if (same_name("foreign_keys", subject)) {
            return "PRAGMA foreign_keys is not allowed in a migration: SQLite ignores it in a transaction. "
                   "Headway "
                   "turns foreign keys off before it begins and checks them before it commits. Remove the "
                   "statement.";
        }
        return joined({"PRAGMA ", subject,
                       " is not allowed in a migration: it changes the connection or the file, not the "
                       "schema. Set it where the program opens the database."});
    case breach::attach:
        return "ATTACH and DETACH are not allowed in a migration: it works on one database. Remove the "
               "statement.";
    case breach::version_table:
        return joined({"table ", subject,
                       " is not a migration's to write: Headway keeps the version rows itself. Remove the "
                       "statement."});
    case breach::log_table:
        return "table headway_log is not a migration's to write: Headway keeps the log itself. Remove the "
               "statement.";
    case breach::elsewhere:
        return joined(
            {subject,
             " is not in the database itself: it is in an attached one, or a temporary object of the "
             "program that hides the database's. Detach or drop it before migrating, or write main.",
             subject, "."});
    case breach::no_need:
        return "this statement can run in a transaction, where it is done once or not at all. Remove "
               "`transaction:false` from the section.";
    case breach::ends_transaction:
        return joined({"this statement calls what ", subject.empty() ? "ends the transaction" : "runs ",
                       subject,
                       ", and Headway runs migrations in a transaction of its own, so that all is done or "
                       "nothing. Give the statement a revision of its own, in a section marked "
                       "`transaction:false`, or leave it out."});
    case breach::leaves_transaction:
        return "this statement leaves a transaction open, which was rolled back. A section marked "
               "`transaction:false` has to end what it begins.";
    case breach::temporary_trigger:
        return joined({"temporary trigger ", subject,
                       " of the program has a say in what this statement does, and migrations are proven "
                       "without it. Drop it before migrating, and create it again afterwards."});
    case breach::extension:
        return "load_extension() is not allowed in a migration. Load the extension where the program opens "
               "the "
               "database.";
    }
    return {};
}

} // namespace headway::detail
