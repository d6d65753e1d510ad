#include "host_setting.hpp"

#include <sqlite3.h>

namespace headway::reliability {
namespace {

void run_within(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* const sql = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    sqlite3_result_int(context,
                       sqlite3_exec(sqlite3_context_db_handle(context), sql, nullptr, nullptr, nullptr));
}

} // namespace

const host_setting host_settings_tried[12] = {
    {"triggers off", nullptr, "", "", SQLITE_DBCONFIG_ENABLE_TRIGGER},
    {"views off", nullptr, "", "", SQLITE_DBCONFIG_ENABLE_VIEW},
    {"strings in double quotes off", nullptr, "", "", SQLITE_DBCONFIG_DQS_DML},
    {"recursive_triggers", "PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers = OFF",
     "PRAGMA recursive_triggers"},
    {"ignore_check_constraints", "PRAGMA ignore_check_constraints = ON",
     "PRAGMA ignore_check_constraints = OFF", "PRAGMA ignore_check_constraints"},
    {"count_changes", "PRAGMA count_changes = ON", "PRAGMA count_changes = OFF", "PRAGMA count_changes"},
    {"reverse_unordered_selects", "PRAGMA reverse_unordered_selects = ON",
     "PRAGMA reverse_unordered_selects = OFF", "PRAGMA reverse_unordered_selects"},
    {"legacy_alter_table", "PRAGMA legacy_alter_table = ON", "PRAGMA legacy_alter_table = OFF",
     "PRAGMA legacy_alter_table"},
    {"writable_schema", "PRAGMA writable_schema = ON", "PRAGMA writable_schema = OFF",
     "PRAGMA writable_schema"},
    {"journal_mode = OFF", "PRAGMA main.journal_mode = OFF", "PRAGMA main.journal_mode = DELETE",
     "PRAGMA main.journal_mode"},
    {"case_sensitive_like", "PRAGMA case_sensitive_like = ON", "PRAGMA case_sensitive_like = OFF",
     "SELECT 'a' LIKE 'A'", 0, true},
    {"defer_foreign_keys", "PRAGMA defer_foreign_keys = ON", "PRAGMA defer_foreign_keys = OFF", "", 0, false,
     true},
};

const ending endings[6] = {
    {"RAISE(ROLLBACK)",
     "CREATE TABLE guarded (n);\n"
     "CREATE TRIGGER guard BEFORE INSERT ON guarded BEGIN SELECT RAISE(ROLLBACK, 'guarded'); END;\n"
     "INSERT INTO guarded VALUES (1);\n"},
    {"INSERT OR ROLLBACK", "INSERT OR ROLLBACK INTO customer (id, name) VALUES (1, 'again');\n"},
    {"a function that rolls back", "SELECT run_within('ROLLBACK');\n"},
    {"a function that commits", "SELECT run_within('COMMIT');\n"},
    {"one that commits and begins", "SELECT run_within('COMMIT; BEGIN');\n"},
    {"INSERT OR ROLLBACK in a function",
     "SELECT run_within('INSERT OR ROLLBACK INTO customer (id, name) VALUES (1, 1)');\n"},
};

bool host_setting::set(sqlite3* db, bool as_usual) const noexcept {
    if (unusual == nullptr) return sqlite3_db_config(db, option, as_usual ? 1 : 0, nullptr) == SQLITE_OK;
    return sqlite3_exec(db, as_usual ? usual : unusual, nullptr, nullptr, nullptr) == SQLITE_OK;
}

std::string host_setting::now(sqlite3* db) const {
    if (unusual == nullptr) {
        int value = -1;
        sqlite3_db_config(db, option, -1, &value);
        return std::to_string(value);
    }
    std::string answer;
    const auto keep = [](void* into, int, char** values, char**) {
        *static_cast<std::string*>(into) = values[0] == nullptr ? "" : values[0];
        return 0;
    };
    sqlite3_exec(db, question, keep, &answer, nullptr);
    return answer;
}

void provide_endings(sqlite3* db) {
    sqlite3_create_function(db, "run_within", 1, SQLITE_UTF8, nullptr, &run_within, nullptr, nullptr);
}

} // namespace headway::reliability
