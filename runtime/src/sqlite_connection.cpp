#include "sqlite_connection.hpp"

#include "headway/error.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>

namespace headway {
namespace {

constexpr std::size_t longest_table_name = 400;

/// The query of the version rows, built without the heap: it runs at every launch.
struct rows_query {
    char text[2 * longest_table_name + 64];
    explicit rows_query(std::string_view table) {
        if (table.empty() || table.size() > longest_table_name) {
            throw error(error_code::version_table, "the version table's name must have 1 to 400 bytes");
        }
        sqlite3_snprintf(sizeof text, text, "SELECT version_num FROM main.\"%.*w\"",
                         static_cast<int>(table.size()), table.data());
    }
};

/// Up to 64 MiB of changed pages stay in memory: a page that is written before the commit costs two more
/// synchronisations of the journal, and shuts readers out early.
constexpr const char* spill_late = "PRAGMA main.cache_spill = -65536";

bool is_busy(int code) noexcept {
    return (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED;
}

/// Where the statement that follows `begin` starts: behind white space and comments.
std::size_t statement_start(std::string_view script, std::size_t begin) noexcept {
    for (;;) {
        begin = std::min(script.find_first_not_of(" \t\n\r\f;", begin), script.size());
        const std::string_view rest = script.substr(begin);
        std::size_t length = 0;
        if (rest.substr(0, 2) == "--") {
            length = rest.find('\n');
        } else if (rest.substr(0, 2) == "/*") {
            length = rest.find("*/", 2);
            if (length != std::string_view::npos) length += 2;
        }
        if (length == 0) return begin;
        begin = length == std::string_view::npos ? script.size() : begin + length;
    }
}

/// The first line of a statement, for messages.
std::string excerpt(std::string_view script, std::size_t begin) {
    constexpr std::size_t most = 100;
    std::string_view line = script.substr(begin);
    line = line.substr(0, line.find('\n'));
    if (line.size() <= most) return std::string(line);
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xc0U) == 0x80U) {
        --end;
    }
    return joined({line.substr(0, end), " …"});
}

bool is_plain_name(std::string_view name) noexcept {
    return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos &&
           (name.front() < '0' || name.front() > '9');
}

} // namespace

sqlite_connection::sqlite_connection(sqlite3* db, const options& chosen) noexcept
    : db_(db), options_(chosen), policy_{options_.version_table} {}

error sqlite_connection::database_error(const char* doing) const {
    const int code = sqlite3_extended_errcode(db_);
    const std::string message = joined({"could not ", doing, ": ", sqlite3_errmsg(db_)});
    if (is_busy(code)) {
        return {error_code::busy,
                joined({message, "\nAnother connection has held its lock for ",
                        std::to_string(options_.busy_timeout.count()),
                        " ms. Try again, or allow more time with options::busy_timeout."}),
                code};
    }
    if ((code & 0xff) == SQLITE_READONLY) {
        return {error_code::read_only, joined({message, "\nThe file or its directory cannot be written."}),
                code};
    }
    return {error_code::database, message, code};
}

template <class Attempt>
int sqlite_connection::until_free(Attempt attempt) const {
    using clock = std::chrono::steady_clock;
    constexpr int longest_nap = 50; // ms: short enough that thirty waiting processes all get their turn
    const clock::time_point deadline = clock::now() + options_.busy_timeout;
    int code = attempt();
    for (int nap = 1; is_busy(code) && clock::now() < deadline; nap = std::min(2 * nap, longest_nap)) {
        sqlite3_sleep(nap);
        code = attempt();
    }
    return code;
}

int sqlite_connection::prepare_rows() {
    if (read_rows_.exists()) return SQLITE_OK;
    return read_rows_.prepare(db_, rows_query(options_.version_table).text);
}

bool sqlite_connection::is_exactly(std::string_view row) {
    const bool exactly = prepare_rows() == SQLITE_OK && read_rows_.step() == SQLITE_ROW &&
                         read_rows_.is_text(0) && read_rows_.text(0) == row &&
                         read_rows_.step() == SQLITE_DONE;
    read_rows_.reset();
    return exactly;
}

std::vector<std::string> sqlite_connection::rows() {
    std::vector<std::string> found;
    bool all_text = true;
    const auto read = [&] {
        found.clear();
        all_text = true;
        int result = prepare_rows();
        while (result == SQLITE_OK || result == SQLITE_ROW) {
            result = read_rows_.step();
            if (result != SQLITE_ROW) break;
            all_text = all_text && read_rows_.is_text(0);
            insert_sorted(found, read_rows_.text(0));
        }
        read_rows_.reset();
        return result;
    };
    int code = until_free(read);
    if (code == SQLITE_ERROR) {
        read_rows_ = sqlite_statement();
        if (!has_table(options_.version_table)) return {};
        code = until_free(read); // another process may have created it just now
    }
    if (code != SQLITE_DONE) {
        const error failed = database_error("read the version table");
        throw code == SQLITE_ERROR ? error(error_code::version_table, failed.what(), code) : failed;
    }
    if (!all_text) {
        throw error(error_code::version_table, joined({"the version table ", options_.version_table,
                                                       " holds a row that is no revision id\nIs it another "
                                                       "program's table? Its name is an option."}));
    }
    return found;
}

int sqlite_connection::pragma_value(const char* pragma) {
    sqlite_statement query;
    if (query.prepare(db_, pragma) != SQLITE_OK || query.step() != SQLITE_ROW) throw database_error(pragma);
    return static_cast<int>(query.number(0));
}

void sqlite_connection::open() {
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
    sqlite3_db_config(db_, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, -1, &legacy_alter_table_);
    sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_FKEY, -1, &foreign_keys_);
    open_ = true;
    int still_on = 1;
    sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_FKEY, 0, &still_on);
    if (still_on != 0) throw error(error_code::database, "foreign keys could not be turned off");
    cache_spill_ = pragma_value("PRAGMA main.cache_spill");
    execute(spill_late);
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
    char restore_spill[64];
    std::snprintf(restore_spill, sizeof restore_spill, "PRAGMA main.cache_spill = %d", cache_spill_);
    sqlite3_exec(db_, restore_spill, nullptr, nullptr, nullptr);
    sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_FKEY, foreign_keys_, nullptr);
    sqlite3_db_config(db_, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, legacy_alter_table_, nullptr);
    open_ = false;
}

int sqlite_connection::authorize(void* self, int action, const char* first, const char* second,
                                 const char* database, const char*) noexcept {
    auto& connection = *static_cast<sqlite_connection*>(self);
    if (!connection.judging_) return SQLITE_OK;
    verdict& found = connection.verdict_;
    const statement_action wanted{action, first, second, database};
    if (connection.watcher_ != nullptr) connection.watcher_->asked(connection.policy_, wanted);
    found.touches_rows = found.touches_rows || headway::touches_rows(wanted);
    found.expires_statements = found.expires_statements || headway::expires_statements(wanted);
    const refusal why = judge(connection.policy_, wanted);
    if (why == refusal::none) return SQLITE_OK;
    found.why = why;
    const bool opens_savepoint = action == SQLITE_SAVEPOINT && std::strcmp(first, "BEGIN") == 0;
    std::snprintf(found.subject, sizeof found.subject, "%s",
                  opens_savepoint ? "SAVEPOINT" : (first == nullptr ? "" : first));
    return SQLITE_DENY;
}

void sqlite_connection::execute(const char* sql) {
    if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw database_error("prepare the upgrade");
}

/// A ROLLBACK that is ready to run needs no memory, so that a transaction ends even when there is none left.
void sqlite_connection::prepare_roll_back() {
    if (roll_back_.prepare(db_, "ROLLBACK", nullptr, true) != SQLITE_OK) throw database_error("begin");
}

void sqlite_connection::lock() {
    prepare_roll_back();
    const int code =
        until_free([&] { return sqlite3_exec(db_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr); });
    if (code != SQLITE_OK) throw database_error("lock the database");
}

void sqlite_connection::run(std::string_view script) {
    run_statements(script, true);
}
void sqlite_connection::run_alone(std::string_view script) {
    run_statements(script, false);
}

void sqlite_connection::run_statements(std::string_view script, bool in_transaction) {
    if (!authorizing_) sqlite3_set_authorizer(db_, &sqlite_connection::authorize, this);
    authorizing_ = true;
    policy_.in_transaction = in_transaction;
    const char* const end = script.data() + script.size();
    for (const char* at = script.data(); at < end;) {
        const auto begin = static_cast<std::size_t>(at - script.data());
        sqlite_statement statement;
        verdict_ = verdict();
        judging_ = true;
        const int code = until_free([&] { return statement.prepare(db_, script.data() + begin, &at); });
        judging_ = false;
        if (code != SQLITE_OK) throw failure(script, begin, code);
        if (watcher_ != nullptr)
            watcher_->prepared(script, begin, static_cast<std::size_t>(at - script.data()),
                               statement.exists());
        if (statement.exists()) run_one(statement, script, begin);
    }
}

void sqlite_connection::run_one(sqlite_statement& statement, std::string_view script, std::size_t begin) {
    if (policy_.in_transaction && verdict_.touches_rows) guard_.look_before(db_);
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW) {
        code = policy_.in_transaction ? statement.step() : until_free([&] { return statement.step(); });
    }
    if (code != SQLITE_DONE) throw failure(script, begin, code);
    if (verdict_.expires_statements) prepare_roll_back();
}

statement_failure sqlite_connection::failure(std::string_view script, std::size_t begin, int code) const {
    std::size_t place = statement_start(script, begin);
    const std::string statement = excerpt(script, place);
    if (verdict_.why != refusal::none) { // a refused function is no SQLITE_AUTH
        const bool of_version_table = verdict_.why == refusal::version_table;
        const std::string_view subject = of_version_table ? options_.version_table : verdict_.subject;
        return {true, place, explain(verdict_.why, subject), statement, code};
    }
#if SQLITE_VERSION_NUMBER >= 3038000
    if (const int offset = sqlite3_error_offset(db_); offset >= 0)
        place = begin + static_cast<std::size_t>(offset);
#endif
    return {false, place, sqlite3_errmsg(db_), statement, sqlite3_extended_errcode(db_)};
}

bool sqlite_connection::has_table(std::string_view name) {
    sqlite_statement query;
    int code = until_free([&] {
        return query.prepare(
            db_, "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?1 COLLATE NOCASE");
    });
    if (code == SQLITE_OK) {
        query.bind(1, name);
        code = until_free([&] { return query.step(); });
    }
    if (code != SQLITE_ROW && code != SQLITE_DONE) throw database_error("read the schema");
    return code == SQLITE_ROW;
}

/// Alembic's own statement, to the byte, so that its users find what they know.
void sqlite_connection::create_version_table() {
    if (version_table_ready_) return;
    if (!read_rows_.exists()) {
        const std::string_view name = options_.version_table;
        const bool plain = is_plain_name(name);
        const std::string key = joined({name, "_pkc"});
        execute(joined({"CREATE TABLE IF NOT EXISTS main.", plain ? std::string(name) : quoted(name),
                        " (\n\tversion_num VARCHAR(32) NOT NULL, \n\tCONSTRAINT ", plain ? key : quoted(key),
                        " PRIMARY KEY (version_num)\n)"})
                    .c_str());
    }
    version_table_ready_ = true;
}

void sqlite_connection::write_row(sqlite_statement& statement, const char* sql, std::string_view first,
                                  std::string_view second) {
    const std::size_t place = std::string_view(sql).find('%');
    const std::string text =
        joined({{sql, place}, "main.", quoted(options_.version_table), std::string_view(sql + place + 1)});
    if (!statement.exists() && statement.prepare(db_, text.c_str(), nullptr, true) != SQLITE_OK) {
        throw error(error_code::version_table, database_error("write the version table").what());
    }
    statement.bind(1, first);
    if (!second.empty()) statement.bind(2, second);
    if (statement.step() != SQLITE_DONE) throw database_error("write the version table");
    statement.reset();
}

/// A row that leaves and one that enters are one UPDATE, as most steps are.
void sqlite_connection::write_rows(const std::vector<std::string_view>& removed,
                                   const std::vector<std::string_view>& added) {
    create_version_table();
    std::size_t at = 0;
    for (; at < removed.size() && at < added.size(); ++at) {
        write_row(change_row_, "UPDATE % SET version_num = ?1 WHERE version_num = ?2", added[at],
                  removed[at]);
    }
    for (std::size_t rest = at; rest < removed.size(); ++rest) {
        write_row(remove_row_, "DELETE FROM % WHERE version_num = ?1", removed[rest], {});
    }
    for (; at < added.size(); ++at) {
        write_row(add_row_, "INSERT INTO % (version_num) VALUES (?1)", added[at], {});
    }
}

/// Creates the table only if it turns out to be missing: one statement less to compile where it is not.
void sqlite_connection::prepare_log() {
    if (add_log_.exists()) return;
    const char* insert =
        "INSERT INTO main.headway_log (revision, operation, checksum, started, finished, duration_us, "
        "headway, "
        "application, application_version, down) VALUES (?1, ?2, ?3, "
        "strftime('%Y-%m-%dT%H:%M:%fZ', ?4 / 1000.0, 'unixepoch'), "
        "strftime('%Y-%m-%dT%H:%M:%fZ', (?4 + ?5 / 1000) / 1000.0, 'unixepoch'), ?5, ?6, ?7, ?8, ?9)";
    if (add_log_.prepare(db_, insert, nullptr, true) == SQLITE_OK) return;
    execute("CREATE TABLE IF NOT EXISTS main.headway_log (\n"
            "    sequence INTEGER PRIMARY KEY,\n"
            "    revision TEXT NOT NULL,\n"
            "    operation TEXT NOT NULL,\n"
            "    checksum TEXT NOT NULL,\n"
            "    started TEXT NOT NULL,\n"
            "    finished TEXT NOT NULL,\n"
            "    duration_us INTEGER NOT NULL,\n"
            "    headway TEXT NOT NULL,\n"
            "    application TEXT NOT NULL,\n"
            "    application_version TEXT NOT NULL,\n"
            "    down TEXT NOT NULL\n"
            ")");
    if (add_log_.prepare(db_, insert, nullptr, true) != SQLITE_OK) throw database_error("write the log");
}

void sqlite_connection::write_log(const log_record& record) {
    prepare_log();
    add_log_.bind(1, record.revision);
    add_log_.bind(2, record.operation);
    add_log_.bind(3, std::string_view(record.checksum));
    add_log_.bind(4, record.started_ms);
    add_log_.bind(5, record.duration_us);
    add_log_.bind(6, std::string_view(HEADWAY_VERSION));
    add_log_.bind(7, options_.application);
    add_log_.bind(8, options_.application_version);
    add_log_.bind(9, record.down);
    if (add_log_.step() != SQLITE_DONE) throw database_error("write the log");
    add_log_.reset();
}

void sqlite_connection::check() {
    constexpr std::size_t most = 10;
    const std::vector<std::string> broken = guard_.look_after(db_);
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
    const int code = until_free([&] { return sqlite3_exec(db_, "COMMIT", nullptr, nullptr, nullptr); });
    if (code != SQLITE_OK) throw database_error("commit");
    guard_.reset();
}

void sqlite_connection::roll_back() noexcept {
    roll_back_.reset(); // forgets that memory ran out, which step() alone would still report
    if (sqlite3_get_autocommit(db_) == 0) roll_back_.step();
    if (sqlite3_get_autocommit(db_) == 0) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
    roll_back_.reset();
    guard_.reset();
    version_table_ready_ = false;
}

} // namespace headway
