#include "sqlite/host_settings.hpp"

#include "headway/error.hpp"
#include "sqlite/statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <iterator>

namespace headway::detail {
namespace {

/// A setting of https://www.sqlite.org/c3ref/c_dbconfig_defensive.html. Newer ones by their numbers: the
/// header may be older than the library.
struct configuration {
    int option;
    int due;
    const char* name;
};
constexpr configuration configuration_due[] = {
    {SQLITE_DBCONFIG_ENABLE_FKEY, 0, "ENABLE_FKEY"}, // or the drop of a rebuilt parent deletes its children
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, "ENABLE_TRIGGER"},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 1, "ENABLE_VIEW"},
    {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0, "WRITABLE_SCHEMA"},
    {SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, 0, "LEGACY_ALTER_TABLE"},
    {SQLITE_DBCONFIG_DQS_DML, 1, "DQS_DML"},
    {SQLITE_DBCONFIG_DQS_DDL, 1, "DQS_DDL"},
    {SQLITE_DBCONFIG_LEGACY_FILE_FORMAT, 0, "LEGACY_FILE_FORMAT"},
    {1022, 1, "ENABLE_COMMENTS"},
    {1023, 17, "FP_DIGITS"},
};

/// Pragmas that are off by themselves. There is no other way to them.
constexpr const char* switch_names[] = {
    "recursive_triggers",
    "ignore_check_constraints",
    "count_changes",
    "reverse_unordered_selects",
};

/// Up to 64 MiB of changed pages stay in memory: a page that is written before the commit costs two more
/// synchronisations of the journal, and shuts readers out early.
constexpr int spill_late = -65536;

constexpr const char* schemas[] = {"main", "temp"};

/// A pragma without the heap, which may have run out when it is put back.
class pragma {
public:
    explicit pragma(const char* name) noexcept { sqlite3_snprintf(sizeof text_, text_, "PRAGMA %s", name); }
    pragma(const char* name, int value) noexcept {
        sqlite3_snprintf(sizeof text_, text_, "PRAGMA %s = %d", name, value);
    }
    pragma(const char* schema, const char* mode) noexcept {
        sqlite3_snprintf(sizeof text_, text_, "PRAGMA %s.journal_mode%s", schema, mode);
    }
    /// The first row of what it says; SQLITE_DONE from an SQLite that does not know it.
    int ask(sqlite3* db, sqlite_statement& query) const noexcept {
        const int code = query.prepare(db, text_);
        return code == SQLITE_OK ? query.step() : code;
    }
    /// Once more where memory was short for a moment.
    void insist(sqlite3* db) const noexcept {
        if (sqlite3_exec(db, text_, nullptr, nullptr, nullptr) != SQLITE_OK)
            sqlite3_exec(db, text_, nullptr, nullptr, nullptr);
    }

private:
    char text_[64];
};

bool failed(int code) noexcept {
    return code != SQLITE_ROW && code != SQLITE_DONE;
}

[[noreturn]] void refuse(std::string_view what, std::string_view remedy) {
    throw error(error_code::settings, joined({what, "\n", remedy}));
}

/// Sets one, and returns what was there.
int configure(sqlite3* db, const configuration& one) {
    int was = one.due;
    int now = one.due;
    sqlite3_db_config(db, one.option, -1, &was); // fails where SQLite does not know it
    if (was == one.due) return was;
    sqlite3_db_config(db, one.option, one.due, &now);
    if (now == one.due) return was;
    refuse(joined({"the connection has a setting of its own, SQLITE_DBCONFIG_", one.name,
                   ", which cannot be changed"}),
           "Migrations are proven with SQLite's default. Set that before migrating.");
}

/// What can only be found out.
int require_defaults(sqlite3* db) {
    sqlite_statement query;
    int code = pragma("query_only").ask(db, query);
    if (code == SQLITE_ROW && query.number(0) != 0)
        throw error(error_code::read_only, "PRAGMA query_only is on\nSet it to OFF to migrate the database.");
    if (failed(code)) return code;
    code = query.prepare(db, "SELECT 'a' LIKE 'A'");
    if (code == SQLITE_OK) code = query.step();
    if (code == SQLITE_ROW && query.number(0) == 0)
        refuse("LIKE tells upper from lower case on this connection, and migrations are proven where it does "
               "not",
               "Set PRAGMA case_sensitive_like = OFF before migrating, and to ON again afterwards: SQLite "
               "does not say how it was set.");
    return code == SQLITE_ROW ? SQLITE_OK : code;
}

/// Unless a migration has chosen another meanwhile, which is there to stay.
void take_journal(sqlite3* db, const char* schema, const char* instead) noexcept {
    sqlite_statement query;
    if (pragma(schema, "").ask(db, query) != SQLITE_ROW || query.text(0) != instead + 1) return;
    query = sqlite_statement();
    int defensive = 0;
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
    if (defensive != 0) sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    pragma(schema, "=off").insist(db);
    if (defensive != 0) sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

} // namespace

host_settings::host_settings() noexcept {
    static_assert(std::size(configuration_due) == configurations && std::size(switch_names) == switches);
    std::fill(std::begin(configured_), std::end(configured_), -1);
}

int host_settings::take_over(sqlite3* db) {
    if (const int code = require_defaults(db); code != SQLITE_OK) return code;
    for (int at = 0; at < configurations; ++at) {
        const int was = configure(db, configuration_due[at]);
        if (configured_[at] < 0) configured_[at] = was;
    }
    int code = set_switches(db);
    if (code == SQLITE_OK) code = keep_journals(db);
    if (code != SQLITE_OK) return code;
    sqlite_statement query;
    code = pragma("main.cache_spill").ask(db, query);
    if (failed(code)) return code;
    if (cache_spill_ < 0) cache_spill_ = static_cast<int>(query.number(0));
    code = pragma("main.cache_spill", spill_late).ask(db, query);
    return failed(code) ? code : SQLITE_OK;
}

int host_settings::set_switches(sqlite3* db) {
    for (int at = 0; at < switches; ++at) {
        sqlite_statement query;
        const int code = pragma(switch_names[at]).ask(db, query);
        if (failed(code)) return code;
        if (code == SQLITE_DONE || query.number(0) == 0) continue; // unknown, or off
        switched_[at] = true;
        if (const int result = pragma(switch_names[at], 0).ask(db, query); failed(result)) return result;
    }
    return SQLITE_OK;
}

/// Without a journal a failed upgrade could not be taken back. A database in memory knows one kind alone.
int host_settings::keep_journals(sqlite3* db) {
    for (int at = 0; at < 2; ++at) {
        if (sqlite3_db_readonly(db, schemas[at]) < 0) continue; // there is no `temp` yet
        bool off = true;
        for (const char* const instead : {"", "=delete", "=memory"}) {
            sqlite_statement query;
            const int code = pragma(schemas[at], instead).ask(db, query);
            if (failed(code)) return code;
            off = query.text(0) == "off";
            if (off) continue;
            if (*instead != '\0') journals_[at] = instead;
            break;
        }
        if (off)
            refuse("the database has no journal, and cannot have one: what fails could not be taken back",
                   "Open it without PRAGMA journal_mode = OFF to migrate it.");
    }
    return SQLITE_OK;
}

void host_settings::put_back(sqlite3* db) noexcept {
    if (cache_spill_ >= 0) pragma("main.cache_spill", cache_spill_).insist(db);
    for (int at = 0; at < 2; ++at) {
        if (journals_[at] != nullptr) take_journal(db, schemas[at], journals_[at]);
    }
    for (int at = 0; at < switches; ++at) {
        if (switched_[at]) pragma(switch_names[at], 1).insist(db);
    }
    // Also where it was the default: a migration may have set it, for itself alone.
    for (int at = 0; at < configurations; ++at) {
        if (configured_[at] >= 0)
            sqlite3_db_config(db, configuration_due[at].option, configured_[at], nullptr);
    }
    *this = host_settings();
}

} // namespace headway::detail
