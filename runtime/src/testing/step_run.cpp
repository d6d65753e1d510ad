#include "testing/step_run.hpp"

#include "apply/apply.hpp"
#include "apply/session.hpp"
#include "plan/target.hpp"
#include "sqlite/connection.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <fstream>
#include <iterator>

namespace headway::testing {
using namespace detail;
namespace {

/// Notes what each statement writes; one that drops a table deletes nothing by that.
class writing_watcher final : public statement_watcher {
public:
    void asked(const statement_action& action) noexcept override {
        const bool writes =
            action.code == SQLITE_INSERT || action.code == SQLITE_UPDATE || action.code == SQLITE_DELETE;
        drops_ = drops_ || action.code == SQLITE_DROP_TABLE || action.code == SQLITE_ALTER_TABLE;
        if (!writes || action.first == nullptr || sqlite3_strnicmp(action.first, "sqlite_", 7) == 0) return;
        try {
            insert_sorted(now_.all, action.first);
            if (action.code == SQLITE_DELETE) insert_sorted(now_.cleared, action.first);
            if (action.code == SQLITE_UPDATE) insert_sorted(now_.updated, action.first);
        } catch (...) {
            failed_ = true; // no memory, which the proof does not survive anyway
        }
    }
    void refused(breach) noexcept override {}
    void prepared(std::string_view, std::size_t, std::size_t, bool) override { take(); }

    written_tables take() {
        if (failed_) throw std::bad_alloc();
        for (const std::string& table : now_.all) {
            insert_sorted(found_.all, table);
        }
        for (const std::string& table : now_.updated) {
            insert_sorted(found_.updated, table);
        }
        for (const std::string& table : drops_ ? std::vector<std::string>() : now_.cleared) {
            insert_sorted(found_.cleared, table);
        }
        now_ = {};
        drops_ = false;
        return found_;
    }

private:
    written_tables now_; ///< Of the statement that is being prepared.
    bool drops_ = false;
    bool failed_ = false;
    written_tables found_;
};

/// Applies what `make_plan` says, whatever image there is.
template <class Plan>
written_tables run_plan(sqlite3* db, const history& h, direction way, Plan make_plan) {
    options chosen;
    chosen.log = false; // each step would read all of it
    sqlite_connection connection(db, chosen);
    writing_watcher watcher;
    connection.watch(&watcher);
    history replayed = h;
    replayed.image = {}; // which would stand for a history of one revision
    static_cast<void>(apply(
        connection, replayed, way,
        [&](const std::vector<std::string>& rows) { return make_plan(replayed, rows); }, chosen));
    return watcher.take();
}

} // namespace

written_tables run_step(sqlite3* db, const history& h, step one) {
    return run_plan(db, h, one.way, [&](const history& replayed, const std::vector<std::string>& rows) {
        return plan{{one}, {}, {}, frontier(replayed, resolver(replayed).rows(rows))};
    });
}

written_tables run_upgrade(sqlite3* db, const history& h, std::string_view target) {
    return run_plan(db, h, direction::up, [&](const history& replayed, const std::vector<std::string>& rows) {
        return plan_upgrade(replayed, rows, target);
    });
}

std::string rows_file(const std::string& fixtures, std::string_view revision) {
    return fixtures.empty() ? fixtures : joined({fixtures, "/", revision, ".sql"});
}

std::optional<std::string> read_rows(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (file.empty() || !in) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>(in), {}};
}

written_tables run_sql(sqlite3* db, std::string_view sql) {
    const options chosen;
    const std::string script(sql);
    sqlite_connection connection(db, chosen);
    writing_watcher watcher;
    connection.watch(&watcher);
    const session open(connection);
    connection.lock();
    try {
        connection.run(script);
    } catch (const statement_failure& failed) {
        throw error(failed.code, joined({failed.message, "\n  ", failed.statement}), failed.engine_code);
    }
    connection.check();
    connection.commit();
    return watcher.take();
}

} // namespace headway::testing
