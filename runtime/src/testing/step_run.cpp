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

/// Notes what each statement does; one that drops a table deletes nothing by that.
class effect_watcher final : public statement_watcher {
public:
    void asked(const statement_action& action) noexcept override {
        try {
            note(action);
        } catch (...) {
            failed_ = true; // no memory, which the proof does not survive anyway
        }
    }
    void refused(breach) noexcept override {}
    void prepared(std::string_view, std::size_t, std::size_t, bool) override { take(); }

    step_effect take() {
        if (failed_) throw std::bad_alloc();
        for (const std::string& table : now_.written) {
            insert_sorted(found_.written, table);
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
    void note(const statement_action& action) {
        switch (action.code) {
        case SQLITE_INSERT:
        case SQLITE_UPDATE:
        case SQLITE_DELETE:
            return note_writing(action);
        case SQLITE_CREATE_TABLE:
        case SQLITE_CREATE_INDEX:
        case SQLITE_CREATE_TRIGGER:
        case SQLITE_CREATE_VIEW:
            found_.creates = true;
            return;
        case SQLITE_DROP_TABLE:
            drops_ = true;
            return note_drop("table ", action);
        case SQLITE_DROP_INDEX:
            return note_drop("index ", action);
        case SQLITE_DROP_TRIGGER:
            return note_drop("trigger ", action);
        case SQLITE_DROP_VIEW:
            return note_drop("view ", action);
        case SQLITE_READ:
        case SQLITE_SELECT:
        case SQLITE_RECURSIVE:
        case SQLITE_REINDEX:
            return;
        case SQLITE_ALTER_TABLE:
            drops_ = true;
            [[fallthrough]];
        default: // a function or a module may do anything
            found_.changes_any = true;
        }
    }

    void note_writing(const statement_action& action) {
        if (action.first == nullptr || sqlite3_strnicmp(action.first, "sqlite_", 7) == 0) return;
        insert_sorted(now_.written, action.first);
        if (action.code == SQLITE_DELETE) insert_sorted(now_.cleared, action.first);
        if (action.code == SQLITE_UPDATE) insert_sorted(now_.updated, action.first);
    }

    void note_drop(std::string_view kind, const statement_action& action) {
        if (action.first != nullptr) insert_sorted(found_.dropped, joined({kind, action.first}));
    }

    step_effect now_; ///< Of the statement that is being prepared: what it writes.
    bool drops_ = false;
    bool failed_ = false;
    step_effect found_;
};

/// Applies what `make_plan` says, whatever image there is.
template <class Plan>
step_effect run_plan(sqlite3* db, const history& h, direction way, Plan make_plan) {
    options chosen;
    chosen.log = false; // each step would read all of it
    sqlite_connection connection(db, chosen);
    effect_watcher watcher;
    connection.watch(&watcher);
    history replayed = h;
    replayed.image = {}; // which would stand for a history of one revision
    static_cast<void>(apply(
        connection, replayed, way,
        [&](const std::vector<std::string>& rows) { return make_plan(replayed, rows); }, chosen));
    return watcher.take();
}

} // namespace

step_effect run_step(sqlite3* db, const history& h, step one) {
    step_effect effect =
        run_plan(db, h, one.way, [&](const history& replayed, const std::vector<std::string>& rows) {
            return plan{{one}, {}, {}, frontier(replayed, resolver(replayed).rows(rows))};
        });
    effect.changes_any = effect.changes_any || (h.rows[one.revision].flags & in_code) != 0;
    return effect;
}

step_effect run_upgrade(sqlite3* db, const history& h, std::string_view target) {
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

step_effect run_sql(sqlite3* db, std::string_view sql) {
    const options chosen;
    const std::string script(sql);
    sqlite_connection connection(db, chosen);
    effect_watcher watcher;
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
