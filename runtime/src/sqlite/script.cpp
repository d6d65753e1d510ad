// How an sqlite_connection runs the script of a migration.

#include "sql/script.hpp"
#include "headway/error.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/left_out.hpp"
#include "text.hpp"

#include <sqlite3.h>

namespace headway::detail {
namespace {

/// Puts back, when it goes, what a variable was.
template <class Value>
class kept {
public:
    explicit kept(Value& of) noexcept : of_(of), was_(of) {}
    ~kept() { of_ = was_; }
    kept(const kept&) = delete;
    kept& operator=(const kept&) = delete;

private:
    Value& of_;
    Value was_;
};

/// Rolls back where memory has run out and the ROLLBACK that was prepared has expired. A statement that is
/// under way does not expire, and one that writes takes the transaction along when it is interrupted
/// (https://www.sqlite.org/c3ref/interrupt.html); so, to SQLite, does one that is only explained.
class last_resort {
public:
    explicit last_resort(sqlite3* db) noexcept : db_(db) {}
    [[nodiscard]] bool arm() noexcept {
        return statement_.prepare(db_, "EXPLAIN BEGIN IMMEDIATE") == SQLITE_OK &&
               statement_.step() == SQLITE_ROW;
    }
    void roll_back() noexcept {
        sqlite3_interrupt(db_);
        statement_.step();
    }

private:
    sqlite3* db_;
    sqlite_statement statement_;
};

} // namespace

void sqlite_connection::run(std::string_view script) {
    begin_script(true);
    run_statements(script, nullptr);
}
void sqlite_connection::run_alone(std::string_view script) {
    try {
        begin_script(false);
        run_statements(script, nullptr);
    } catch (...) {
        roll_back(); // what it may have begun
        throw;
    }
}

/// SQLite takes a NUL for the end, and would never come to the end of the script.
void sqlite_connection::require_no_nul(std::string_view script) {
    const std::size_t nul = script.find('\0');
    if (nul == std::string_view::npos) return;
    throw statement_failure{false,
                            error_code::statement,
                            nul,
                            "a NUL byte, where SQLite would stop reading",
                            excerpt(script.substr(0, nul), script.rfind('\n', nul) + 1),
                            0};
}

void sqlite_connection::begin_script(bool in_transaction) {
    policy_.in_transaction = in_transaction;
    if (in_transaction) require_transaction();
    restore_legacy_alter_table(in_transaction);
    if (in_transaction && bystanders_.are_disturbed())
        expiring(in_transaction, [&] {
            if (bystanders_.settle(db_) != SQLITE_OK) throw database_error("put back what stood in the way");
        });
    if (!authorizing_)
        expiring(in_transaction, [&] {
            sqlite3_set_authorizer(db_, &sqlite_connection::authorize, this);
            authorizing_ = true;
        });
}

void sqlite_connection::run_statements(std::string_view script, statement_user* user) {
    require_no_nul(script);
    const char* const end = script.data() + script.size();
    for (const char* at = script.data(); at < end;) {
        try {
            at = run_first(script, static_cast<std::size_t>(at - script.data()), user);
        } catch (const statement_failure& failed) {
            if (!make_way(failed)) throw;
        }
    }
}

/// Runs the statement that begins there. Returns its end.
const char* sqlite_connection::run_first(std::string_view script, std::size_t begin, statement_user* user) {
    const char* end = nullptr;
    sqlite_statement statement;
    const kept<verdict> of_outer(verdict_); // this may run within the rows of another
    verdict_ = verdict();
    const int code = wait_.until_free([&] {
        phase_ = phase::preparing;
        const int result = statement.prepare(db_, script.data() + begin, &end);
        phase_ = phase::idle;
        return result;
    });
    if (code != SQLITE_OK) throw failure(script, begin, code);
    if (watcher_ != nullptr)
        watcher_->prepared(script, begin, static_cast<std::size_t>(end - script.data()), statement.exists());
    if (statement.exists()) {
        require_values(statement, script, begin, user);
        run_one(statement, script, begin, user);
    }
    return end;
}

/// Whether the statement that failed can be tried again.
bool sqlite_connection::make_way(const statement_failure& failed) {
    bool made = false;
    if (failed.refused || !policy_.in_transaction || sqlite3_get_autocommit(db_) != 0) return false;
    if (bystanders_.make_way(db_, failed.message, made) != SQLITE_OK) throw database_error("read the schema");
    return made;
}

void sqlite_connection::put_back_bystanders() {
    if (!bystanders_.have_been_noted()) return;
    std::string refusal;
    if (bystanders_.put_back(db_, refusal) != SQLITE_OK)
        throw database_error("put back what stood in the way");
    if (!refusal.empty()) throw error(error_code::drifted, refusal);
}

/// SQLite would take what is missing for NULL.
void sqlite_connection::require_values(sqlite_statement& statement, std::string_view script,
                                       std::size_t begin, statement_user* user) {
    const int parameters = statement.parameters();
    const int values = user == nullptr ? 0 : user->values();
    if (parameters == values) {
        const int code = user == nullptr ? SQLITE_OK : user->bind(statement);
        if (code != SQLITE_OK) throw failure(script, begin, code);
        return;
    }
    const std::size_t place = statement_start(script, begin);
    throw statement_failure{false,
                            error_code::statement,
                            place,
                            user == nullptr
                                ? "a parameter has no value in a migration: write the value itself"
                                : joined({"this statement has ", std::to_string(parameters),
                                          " parameters, and ", std::to_string(values), " values are given"}),
                            excerpt(script, place),
                            0};
}

/// One migration may set `PRAGMA legacy_alter_table`, but for itself alone: whether others run in the same
/// launch must make no difference to them, nor what the program has set.
void sqlite_connection::restore_legacy_alter_table(bool in_transaction) {
    int now = 0;
    sqlite3_db_config(db_, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, -1, &now);
    if (now == 0) return;
    expiring(in_transaction, [&] { sqlite3_db_config(db_, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, 0, nullptr); });
}

/// Does what makes the statements that are prepared expire; within a transaction the ROLLBACK among them is
/// prepared anew, and that may find no memory.
template <class Act>
void sqlite_connection::expiring(bool in_transaction, Act act) {
    if (!in_transaction) return act();
    last_resort brake(db_);
    if (!brake.arm()) throw database_error("prepare the upgrade");
    act();
    try {
        prepare_roll_back();
    } catch (...) {
        brake.roll_back();
        throw;
    }
}

void sqlite_connection::run_one(sqlite_statement& statement, std::string_view script, std::size_t begin,
                                statement_user* user) {
    if (policy_.in_transaction && verdict_.breaks_views && bystanders_.look(db_) != SQLITE_OK)
        throw database_error("read the schema");
    if (policy_.in_transaction && verdict_.touches_rows) stoppable([&] { guard_.look_before(db_); });
    const auto finish = [&] {
        int code = SQLITE_ROW;
        while (code == SQLITE_ROW && verdict_.why == breach::none) {
            code = step(statement);
            if (code == SQLITE_ROW && user != nullptr && verdict_.why == breach::none &&
                !user->read(statement))
                return;
        }
        if (code != SQLITE_DONE || verdict_.why != breach::none) throw failure(script, begin, code);
    };
    if (!verdict_.expires_statements) return finish();
    if (!verdict_.drops) return expiring(policy_.in_transaction, finish);
    finish(); // the module of a virtual table that is dropped may have asked a PRAGMA
    if (policy_.in_transaction) prepare_roll_back();
}

/// Steps a statement, and looks before anything else happens whether it has ended the transaction: a function
/// that it calls can do so, by way of ROLLBACK or of INSERT OR ROLLBACK. A statement that fails may end it.
int sqlite_connection::step(sqlite_statement& statement) {
    const auto attempt = [&] {
        phase_ = phase::stepping;
        const int result = statement.step();
        phase_ = phase::idle;
        return result;
    };
    const int code = policy_.in_transaction ? attempt() : wait_.until_free(attempt);
    const bool failed = code != SQLITE_ROW && code != SQLITE_DONE && (code & 0xff) != SQLITE_ABORT;
    const bool in_transaction = sqlite3_get_autocommit(db_) == 0;
    if (failed || in_transaction == policy_.in_transaction) return code;
    if (policy_.in_transaction) {
        refuse(breach::ends_transaction, "");
    } else if (code != SQLITE_ROW) {
        refuse(breach::leaves_transaction, "");
    }
    return code;
}

/// A callback of the program, such as one for progress, can have ended it.
void sqlite_connection::require_transaction() {
    if (sqlite3_get_autocommit(db_) == 0) return;
    throw error(error_code::database,
                "the transaction of the upgrade was ended from outside of it\nDoes a callback of the program "
                "use the connection? It must not while migrations run.");
}

statement_failure sqlite_connection::failure(std::string_view script, std::size_t begin, int code) {
    rethrow_from_beat();
    std::size_t place = statement_start(script, begin);
    const std::string statement = excerpt(script, place);
    if (verdict_.why != breach::none) { // a refused function is no SQLITE_AUTH
        const bool of_version_table = verdict_.why == breach::version_table;
        const std::string_view subject = of_version_table ? version_table_ : verdict_.subject;
        const bool of_program = verdict_.why == breach::temporary_trigger;
        return {!of_program, of_program ? error_code::settings : error_code::refused,
                place,       explain(verdict_.why, subject),
                statement,   code};
    }
#if SQLITE_VERSION_NUMBER >= 3038000
    if (const int offset = sqlite3_error_offset(db_); offset >= 0)
        place = begin + static_cast<std::size_t>(offset);
#endif
    code = sqlite3_extended_errcode(db_);
    const bool is_open = program_.is_to_blame(code);
    return {false,     is_open ? error_code::in_transaction : code_of(code, error_code::statement),
            place,     joined({sqlite3_errmsg(db_), is_open ? program_.complaint() : std::string()}),
            statement, code};
}

} // namespace headway::detail
