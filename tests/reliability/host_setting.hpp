#pragma once

#include <string>

struct sqlite3;

namespace headway::reliability {

/// Something that a program can have set on its connection and that changes what SQL means, or what a failure
/// leaves.
struct host_setting {
    const char* name;
    const char* unusual;       ///< What sets it; null where `option` does.
    const char* usual = "";    ///< What sets it back.
    const char* question = ""; ///< What tells how it is set.
    int option = 0;            ///< For sqlite3_db_config(): 1 is usual.
    bool refused = false;      ///< Nothing is to be upgraded under it.
    bool harmless = false;     ///< It makes no difference to an upgrade, and ends with the next commit.

    /// False if SQLite could not.
    bool set(sqlite3*, bool as_usual) const noexcept;
    /// How it is set; empty if there is no telling.
    [[nodiscard]] std::string now(sqlite3*) const;
};

extern const host_setting host_settings_tried[12];

/// A way in which a statement of a migration ends the transaction that it runs in.
struct ending {
    const char* name;
    const char* sql;
};
extern const ending endings[6];

/// Makes `run_within(sql)`, which runs SQL on its own connection, as functions of large extensions do.
void provide_endings(sqlite3*);

} // namespace headway::reliability
