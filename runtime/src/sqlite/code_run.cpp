// How the functions of a migration in C++ run. A file of its own, which a host links only if its history has
// any.

#include "apply/pulse.hpp"
#include "apply/steps.hpp"
#include "headway/migration.hpp"
#include "sql/script.hpp"
#include "sqlite/connection.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <new>
#include <optional>
#include <stdexcept>

namespace headway::detail {
namespace {

/// The values of a call, and whoever wants the rows.
class call_user final : public statement_user {
public:
    call_user(sqlite_connection& to, const value* values, std::size_t count, row_reader reader)
        : to_(to), values_(values), count_(count), reader_(reader) {}

    [[nodiscard]] int values() const noexcept override { return static_cast<int>(count_); }

    int bind(sqlite_statement& statement) noexcept override {
        int code = SQLITE_OK;
        for (std::size_t at = 0; at < count_ && code == SQLITE_OK; ++at) {
            code = bind_one(statement, static_cast<int>(at + 1), values_[at]);
        }
        return code;
    }

    /// The reader is the migration's own code, and has its turn.
    [[nodiscard]] bool read(sqlite_statement& statement) override {
        if (reader_.read == nullptr) return true;
        to_.lend(true);
        try {
            const bool goes_on = reader_.read(reader_.self, row(statement.handle()));
            to_.lend(false);
            return goes_on;
        } catch (...) {
            to_.lend(false);
            throw;
        }
    }

private:
    static int bind_one(sqlite_statement& statement, int parameter, const value& one) noexcept {
        switch (one.what()) {
        case value::kind::null:
            break; // which a parameter is by itself
        case value::kind::integer:
            return statement.bind(parameter, one.integer());
        case value::kind::real:
            return statement.bind(parameter, one.real());
        case value::kind::text:
            return statement.bind(parameter,
                                  std::string_view(static_cast<const char*>(one.bytes()), one.size()));
        case value::kind::blob:
            return statement.bind(parameter, one.bytes(), one.size());
        }
        return SQLITE_OK;
    }

    sqlite_connection& to_;
    const value* values_;
    std::size_t count_;
    row_reader reader_;
};

/// Statements of a connection that are not finalized.
std::vector<sqlite3_stmt*> statements_of(sqlite3* db) {
    std::vector<sqlite3_stmt*> all;
    for (sqlite3_stmt* each = sqlite3_next_stmt(db, nullptr); each != nullptr;
         each = sqlite3_next_stmt(db, each)) {
        all.push_back(each);
    }
    return all;
}

} // namespace

/// A function that runs: what `migration` calls.
class code_run {
public:
    code_run(sqlite_connection& to, const history& h, step one, const options& chosen)
        : to_(to), history_(h), step_(one), options_(chosen) {
        const revision_row& row = h.rows[one.revision];
        line_ = one.way == direction::up ? row.up_line : row.down_line;
    }
    ~code_run() { take_handle_back(); }
    code_run(const code_run&) = delete;
    code_run& operator=(const code_run&) = delete;

    void run(migration_function* function) {
        std::exception_ptr thrown;
        to_.begin_code();
        try {
            migration db(*this);
            to_.lend(true);
            function(db);
        } catch (...) {
            thrown = std::current_exception();
        }
        to_.end_code();
        const std::string left = take_handle_back();
        to_.rethrow_from_beat();
        refuse_if_due();
        if (thrown != nullptr) throw_as_error(thrown);
        if (was_cancelled_) throw cancellation();
        if (sqlite3_get_autocommit(to_.handle()) != 0)
            throw failure(error_code::refused, explain(breach::ends_transaction, ""));
        if (!left.empty())
            throw failure(error_code::statement,
                          joined({"a statement is not finalized when ", name(), "() returns: ", left}));
        if (is_lent_) to_.prepare_roll_back(); // which the code may have made expire
    }

    void run(called_sql sql, statement_user* user) {
        line_ = sql.line;
        const std::string script(sql.sql);
        to_.lend(false);
        try {
            to_.run_of_code(script, user);
        } catch (const statement_failure& failed) {
            to_.lend(true);
            const error told =
                failure(failed.refused ? error_code::refused : failed.code,
                        joined({failed.message, "\n  ", failed.statement}), failed.engine_code);
            if (failed.refused && !refused_) refused_ = told;
            throw told;
        } catch (...) {
            to_.lend(true);
            throw;
        }
        to_.lend(true);
    }

    void run(called_sql sql, const value* values, std::size_t count, row_reader reader) {
        call_user user(to_, values, count, reader);
        run(sql, &user);
    }

    [[nodiscard]] sqlite3* handle() {
        if (is_lent_) return to_.handle();
        to_.lend(false);
        before_ = statements_of(to_.handle());
        to_.look_before_lending();
        sqlite3_commit_hook(to_.handle(), &code_run::refuse_commit, this);
        is_lent_ = true;
        to_.lend(true);
        return to_.handle();
    }

    void progress() { to_.beat_of_code(); }

    [[nodiscard]] bool cancelled() {
        was_cancelled_ = was_cancelled_ || (options_.cancelled && options_.cancelled());
        return was_cancelled_;
    }

private:
    /// A statement of the code that goes on where the transaction has ended would commit by itself.
    static int refuse_commit(void*) noexcept { return 1; }

    [[nodiscard]] const char* name() const noexcept {
        return step_.way == direction::up ? "upgrade" : "downgrade";
    }

    [[nodiscard]] error failure(error_code code, std::string_view message, int engine_code = 0) const {
        const std::string_view file = history_.file(step_.revision);
        return error(code,
                     joined({file, ":", std::to_string(line_), ": ", message, "\nRevision ",
                             history_.id(step_.revision), " was rolled back."}),
                     engine_code)
            .at(history_.id(step_.revision), file, line_, 1);
    }

    void refuse_if_due() const {
        const std::string refused = to_.refusal_of_code();
        if (!refused.empty()) throw failure(error_code::refused, refused, SQLITE_AUTH);
        if (refused_) throw *refused_;
    }

    [[noreturn]] void throw_as_error(const std::exception_ptr& thrown) const {
        try {
            std::rethrow_exception(thrown);
        } catch (const std::bad_alloc&) {
            throw;
        } catch (const error& failed) {
            const bool is_own = failed.revision().data() == history_.id(step_.revision).data();
            if (is_own) throw;
            throw failure(failed.code(), failed.what(), failed.engine_code());
        } catch (const std::exception& failed) {
            throw failure(error_code::statement, failed.what());
        } catch (...) {
            throw failure(error_code::statement,
                          joined({name(), "() has thrown what is no std::exception and says nothing"}));
        }
    }

    /// Undoes what handle() has done. Returns the beginning of a statement that was left behind, or nothing.
    std::string take_handle_back() {
        std::string left;
        if (before_is_taken_ || !is_lent_) return left;
        before_is_taken_ = true;
        sqlite3_commit_hook(to_.handle(), nullptr, nullptr);
        for (sqlite3_stmt* const each : statements_of(to_.handle())) {
            if (to_.rolls_back(each) || std::find(before_.begin(), before_.end(), each) != before_.end())
                continue;
            sqlite3_reset(each);
            const char* const sql = sqlite3_sql(each);
            left = sql == nullptr ? "?" : printable(excerpt(sql, statement_start(sql, 0)));
        }
        return left;
    }

    sqlite_connection& to_;
    const history& history_;
    step step_;
    const options& options_;
    std::size_t line_;                  ///< Of the last call of the database, or of the function.
    std::optional<error> refused_;      ///< The first refusal, which holds even if it is caught.
    std::vector<sqlite3_stmt*> before_; ///< Statements that the program has.
    bool is_lent_ = false;              ///< Whether the code has the handle.
    bool before_is_taken_ = false;
    bool was_cancelled_ = false;
};

void run_code(connection& to, const history& h, step one, const options& chosen) {
    static_cast<void>(handle_of(to)); // of SQLite
    const code_row* const row =
        std::find_if(h.code.rows, h.code.rows + h.code.count,
                     [&](const code_row& each) { return each.revision == one.revision; });
    code_run(static_cast<sqlite_connection&>(to), h, one, chosen)
        .run(one.way == direction::up ? row->upgrade : row->downgrade);
}

} // namespace headway::detail

namespace headway {

int row::columns() const noexcept {
    return sqlite3_data_count(statement_);
}
bool row::is_null(int column) const noexcept {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}
std::int64_t row::integer(int column) const noexcept {
    return sqlite3_column_int64(statement_, column);
}
double row::real(int column) const noexcept {
    return sqlite3_column_double(statement_, column);
}
std::string_view row::text(int column) const noexcept {
    const auto* const bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}
blob row::bytes(int column) const noexcept {
    const void* const bytes = sqlite3_column_blob(statement_, column);
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void migration::execute(detail::called_sql sql) {
    run_.run(sql, nullptr);
}
void migration::run(detail::called_sql sql, const value* values, std::size_t count,
                    detail::row_reader reader) {
    run_.run(sql, values, count, reader);
}
sqlite3* migration::handle() {
    return run_.handle();
}
void migration::progress() {
    run_.progress();
}
bool migration::cancelled() {
    return run_.cancelled();
}

} // namespace headway
