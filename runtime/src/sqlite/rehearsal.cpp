#include "sqlite/rehearsal.hpp"

#include "headway/error.hpp"
#include "sqlite/stand_in.hpp"
#include "text.hpp"

#include <sqlite3.h>

namespace headway::detail {
namespace {

constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

options plain(const options& chosen) {
    options made;
    made.version_table = chosen.version_table;
    made.log = chosen.log;
    made.transaction = transaction_mode::per_revision;
    return made;
}

} // namespace

rehearsal::rehearsal(const history& h, const std::vector<std::string>& rows, const options& chosen)
    : database_(":memory:", flags, nullptr), options_(plain(chosen)), connection_(database_, options_) {
    sqlite3_collation_needed(database_, this, &rehearsal::provide_collation);
    replay(h, rows);
    if (is_possible_) connection_.open();
}

void rehearsal::replay(const history& h, const std::vector<std::string>& rows) {
    for (std::size_t at = 0; at < rows.size() && is_possible_;) {
        try {
            static_cast<void>(upgrade(database_, h, rows[at], options_));
            ++at;
        } catch (const error& failed) {
            is_possible_ = provide(failed.what());
        }
    }
}

/// Makes a stand-in for a function that SQLite lacks. False if the complaint is about something else.
bool rehearsal::provide(std::string_view complaint) {
    constexpr std::string_view before = "no such function: ";
    const std::size_t place = complaint.find(before);
    if (place == std::string_view::npos) return false;
    const std::string_view rest = complaint.substr(place + before.size());
    const std::string name(rest.substr(0, rest.find('\n')));
    const std::size_t known = strangers_.size();
    insert_sorted(strangers_, name);
    return strangers_.size() > known && stand_in_for_function(database_, name.c_str(), -1) == SQLITE_OK;
}

void rehearsal::provide_collation(void* self, sqlite3* db, int, const char* name) {
    insert_sorted(static_cast<rehearsal*>(self)->strangers_, name);
    stand_in_for_collation(db, name);
}

void rehearsal::begin() {
    if (is_open_) return;
    connection_.lock();
    connection_.create_version_table();
    is_open_ = true;
}

void rehearsal::run(std::string_view script, bool alone) {
    while (is_possible_) {
        try {
            try_run(script, alone);
            return;
        } catch (const statement_failure& failed) {
            if (failed.refused || failed.engine_code == 0) throw; // not for SQLite's sake
            is_possible_ = provide(failed.message);
        } catch (const error&) {
            is_possible_ = false;
        }
    }
}

void rehearsal::try_run(std::string_view script, bool alone) {
    if (alone) return connection_.run_alone(script);
    begin();
    sqlite3_exec(database_, "SAVEPOINT section", nullptr, nullptr, nullptr);
    try {
        connection_.run(script);
    } catch (...) {
        sqlite3_exec(database_, "ROLLBACK TO section", nullptr, nullptr, nullptr);
        throw;
    }
    sqlite3_exec(database_, "RELEASE section", nullptr, nullptr, nullptr);
}

void rehearsal::end() {
    if (!is_open_) return;
    is_open_ = false;
    try {
        connection_.commit();
    } catch (const error&) {
        is_possible_ = false;
    }
}

} // namespace headway::detail
