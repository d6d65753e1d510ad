#include "sqlite/connection.hpp"

#include "headway/error.hpp"
#include "sqlite/left_out.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <utility>

namespace headway::detail {
sqlite_connection::sqlite_connection(sqlite3* db, const options& chosen) noexcept
    : db_(db),
      version_table_(chosen.version_table),
      application_(chosen.application),
      application_version_(chosen.application_version),
      wait_(db, chosen.busy_timeout, chosen.cancelled),
      policy_{chosen.version_table} {}

error_code code_of(int sqlite_code, error_code otherwise) noexcept {
    switch (sqlite_code & 0xff) {
    case SQLITE_BUSY:
        return error_code::busy;
    case SQLITE_LOCKED: // if no other connection shares its cache, a statement of this one is in the way
        return sqlite_code == SQLITE_LOCKED ? error_code::in_transaction : error_code::busy;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return error_code::read_only;
    case SQLITE_FULL:
        return error_code::full;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return error_code::io;
    case SQLITE_CORRUPT:
        return error_code::corrupt;
    case SQLITE_NOTADB:
        return error_code::not_a_database;
    case SQLITE_INTERRUPT:
        return error_code::cancelled;
    default:
        return otherwise;
    }
}

const char* advice_on(error_code code) noexcept {
    switch (code) {
    case error_code::read_only:
        return "\nThe file or its directory cannot be written.";
    case error_code::full:
        return "\nMake room and try again: nothing was changed.";
    case error_code::io:
        return "\nThe file, its journal or its directory cannot be used. Nothing was changed.";
    case error_code::corrupt:
        return "\nThe file is damaged. Restore a backup.";
    case error_code::not_a_database:
        return "\nThe file is of another kind, or encrypted and its key was not given.";
    default:
        return "";
    }
}

error sqlite_connection::database_error(const char* doing) {
    rethrow_from_beat();
    const int code = sqlite3_extended_errcode(db_);
    const error_code kind = code_of(code, error_code::database);
    const std::string message = joined({"could not ", doing, ": ", sqlite3_errmsg(db_), advice_on(kind)});
    if (program_.is_to_blame(code))
        return {error_code::in_transaction, joined({message, program_.complaint()}), code};
    if (kind != error_code::busy) return {kind, message, code};
    return {kind,
            joined({message, "\nAnother connection has held its lock for ",
                    std::to_string(wait_.longest().count()),
                    " ms. Try again, or allow more time with options::busy_timeout.", program_.suspicion()}),
            code};
}

int sqlite_connection::pragma_value(const char* pragma) {
    sqlite_statement query;
    const int code = wait_.until_free([&] {
        const int prepared = query.prepare(db_, pragma);
        return prepared == SQLITE_OK ? query.step() : prepared;
    });
    if (code != SQLITE_ROW) throw database_error(pragma);
    return static_cast<int>(query.number(0));
}

std::string sqlite_connection::text_of(const char* query) {
    sqlite_statement statement;
    const int code = wait_.until_free([&] {
        int result = statement.prepare(db_, query);
        if (result == SQLITE_OK && statement.parameters() > 0) result = statement.bind(1, version_table_);
        return result == SQLITE_OK ? statement.step() : result;
    });
    if (code != SQLITE_ROW) throw database_error("read the schema");
    return std::string(statement.text(0));
}

void sqlite_connection::open() {
    if (!has_authorizers())
        throw error(
            error_code::settings,
            "this SQLite was built with SQLITE_OMIT_AUTHORIZATION, and nothing would keep a migration "
            "from ending its transaction\nBuild it without that to migrate.");
    if (sqlite3_txn_state(db_, "main") == SQLITE_TXN_WRITE && sqlite3_get_autocommit(db_) != 0) {
        throw error(
            error_code::in_transaction,
            "a statement of the connection that writes is not finished\nStep it to its end, or reset it: "
            "INSERT … RETURNING, for example, commits only then.");
    }
    if (sqlite3_get_autocommit(db_) == 0) {
        throw error(
            error_code::in_transaction,
            "the connection is inside a transaction\nCommit it or roll it back first: migrations need "
            "their own, and foreign keys cannot be turned off inside one.");
    }
    if (sqlite3_db_readonly(db_, "main") == 1) {
        throw error(error_code::read_only, "the database is read-only\nOpen it for writing to migrate it.",
                    SQLITE_READONLY);
    }
    program_.look(db_);
    open_ = true;
    const int code = wait_.until_free([&] {
        const int taken = settings_.take_over(db_);
        return taken == SQLITE_OK ? foreign_.look(db_) : taken;
    });
    if (code != SQLITE_OK) throw database_error("prepare the upgrade");
}

void sqlite_connection::close() noexcept {
    if (!open_) return;
    roll_back();
    for (sqlite_statement* statement :
         {&read_rows_, &change_row_, &remove_row_, &add_row_, &add_log_, &roll_back_}) {
        *statement = sqlite_statement();
    }
    if (authorizing_) sqlite3_set_authorizer(db_, nullptr, nullptr);
    authorizing_ = false;
    if (wait_.has_beat()) set_progress_handler(db_, 0, nullptr, nullptr);
    wait_.on_beat(nullptr);
    thrown_by_beat_ = nullptr;
    bystanders_.spare(nullptr);
    settings_.put_back(db_);
    open_ = false;
}

void sqlite_connection::execute(const char* sql) {
    if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw database_error("prepare the upgrade");
}

/// Without memory for another, the one that there is is kept: it may still be good.
void sqlite_connection::prepare_roll_back() {
    sqlite_statement fresh;
    if (fresh.prepare(db_, "ROLLBACK", nullptr, true) != SQLITE_OK) throw database_error("begin");
    roll_back_ = std::move(fresh);
}

void sqlite_connection::lock() {
    prepare_roll_back();
    const int code =
        wait_.until_free([&] { return sqlite3_exec(db_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr); });
    if (code != SQLITE_OK) throw database_error("lock the database");
}

void sqlite_connection::spare_others(std::function<bool(std::string_view name)> is_own) {
    bystanders_.spare(std::move(is_own));
}

void sqlite_connection::check() {
    constexpr std::size_t most = 10;
    put_back_bystanders();
    const std::vector<std::string> broken = stoppable([&] { return guard_.look_after(db_); });
    if (broken.empty()) return;
    std::string message =
        joined({"the migration leaves ", std::to_string(broken.size()), broken.size() == 1 ? " row" : " rows",
                " without the parent that a foreign key names"});
    for (std::size_t at = 0; at < broken.size() && at < most; ++at) {
        message += "\n  ";
        message += broken[at];
    }
    if (broken.size() > most) message += "\n  …";
    throw error(error_code::foreign_keys, message, SQLITE_CONSTRAINT_FOREIGNKEY);
}

void sqlite_connection::commit() {
    const int code = wait_.until_free([&] { return sqlite3_exec(db_, "COMMIT", nullptr, nullptr, nullptr); });
    if (code != SQLITE_OK) throw database_error("commit");
    guard_.reset();
    bystanders_.forget();
}

void sqlite_connection::roll_back() noexcept {
    roll_back_.reset(); // forgets that memory ran out, which step() alone would still report
    if (sqlite3_get_autocommit(db_) == 0) roll_back_.step();
    if (sqlite3_get_autocommit(db_) == 0) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
    roll_back_.reset();
    guard_.reset();
    bystanders_.forget();
    version_table_ready_ = false;
}

void sqlite_connection::on_beat(std::function<void()> beat) {
    constexpr int operations = 200'000; // a few hundred beats per second
    wait_.on_beat(std::move(beat));
    set_progress_handler(db_, operations, &sqlite_connection::pass_beat, this);
}

/// An exception must not pass through SQLite: it is kept, and SQLite told to stop.
int sqlite_connection::pass_beat(void* self) noexcept {
    auto& connection = *static_cast<sqlite_connection*>(self);
    try {
        connection.wait_.beat();
        return 0;
    } catch (...) {
        connection.thrown_by_beat_ = std::current_exception();
        return 1;
    }
}

void sqlite_connection::rethrow_from_beat() {
    if (!thrown_by_beat_) return;
    std::rethrow_exception(runs_code_ ? thrown_by_beat_ : std::exchange(thrown_by_beat_, nullptr));
}

/// A query that is under way keeps other connections' changes from view.
void sqlite_connection::at_one_moment(const std::function<void(connection&)>& look) {
    sqlite_statement moment;
    const int code = wait_.until_free([&] {
        const int prepared = moment.prepare(db_, "SELECT count(*) FROM main.sqlite_schema");
        return prepared == SQLITE_OK ? moment.step() : prepared;
    });
    if (code != SQLITE_ROW) throw database_error("read the schema");
    look(*this);
}

std::string sqlite_connection::back_up(const backup_policy& how) {
    return how.make(*this, how);
}

void sqlite_connection::run_code(const history& h, headway::step one, const options& chosen) {
    h.code.run(*this, h, one, chosen);
}

bool sqlite_connection::install(const history& h, const installation& how) {
    return h.image.install(*this, h, how);
}

sqlite3* handle_of(connection& of) {
    if (of.kind() != engine::sqlite)
        throw error(error_code::database,
                    "what this option does, it does for SQLite alone\nLeave it out for a "
                    "database of another engine.");
    return static_cast<sqlite_connection&>(of).handle();
}

} // namespace headway::detail
