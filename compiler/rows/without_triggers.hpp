#pragma once

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

namespace headway::compiler {

/// Keeps triggers still while rows are put in or taken away.
class without_triggers {
public:
    explicit without_triggers(SQLite::Database& database) : database_(database) { enable(0); }
    ~without_triggers() { enable(1); }
    without_triggers(const without_triggers&) = delete;
    without_triggers& operator=(const without_triggers&) = delete;

private:
    void enable(int on) noexcept {
        sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, on, nullptr);
    }
    SQLite::Database& database_;
};

} // namespace headway::compiler
