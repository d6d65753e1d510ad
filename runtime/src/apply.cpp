#include "apply.hpp"

#include "headway/error.hpp"
#include "target.hpp"
#include "text.hpp"

#include <algorithm>
#include <string>

namespace headway {
namespace {

using steady = std::chrono::steady_clock;

std::int64_t now_ms() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

/// Keeps a connection open for writing, and closes it on every way out.
class session {
public:
    explicit session(connection& to) : to_(to) { to_.open(); }
    ~session() { to_.close(); }
    session(const session&) = delete;
    session& operator=(const session&) = delete;

private:
    connection& to_;
};

/// Line and column, from 1, of a byte of a section that begins on `line`.
struct place {
    std::size_t line;
    std::size_t column;
};

place place_in(std::string_view section, std::size_t line, std::size_t offset) {
    const std::string_view before = section.substr(0, offset);
    const std::size_t line_begin = before.rfind('\n') + 1; // npos + 1 is 0
    const auto is_code_point = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; };
    return {line + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
            1 + static_cast<std::size_t>(std::count_if(
                    before.begin() + static_cast<std::ptrdiff_t>(line_begin), before.end(), is_code_point))};
}

/// Of two sorted lists, what only the first has.
std::vector<std::string_view> difference(const std::vector<std::string>& from,
                                         const std::vector<std::string>& without) {
    std::vector<std::string_view> left;
    std::set_difference(from.begin(), from.end(), without.begin(), without.end(), std::back_inserter(left));
    return left;
}

/// A step that was run but not yet committed.
struct timed_step {
    step of;
    std::int64_t started_ms;
    std::chrono::nanoseconds duration;
};

class applier {
public:
    applier(connection& to, const history& h, const options& chosen)
        : to_(to), history_(h), options_(chosen), state_(h, {}) {}

    /// Carries out `todo`, which was made for `rows`, or, if they have changed since, a plan for those there
    /// now.
    report run(plan todo, const std::vector<std::string>& rows, const planner& make_plan) {
        const steady::time_point begin = steady::now();
        const session open(to_);
        to_.lock();
        rows_ = to_.rows();
        if (rows_ != rows) todo = make_plan(rows_);
        refuse_irreversible(todo);
        state_ = std::move(todo.state);
        for (std::size_t next = 0; next < todo.steps.size();) {
            next = runs_alone(todo.steps[next]) ? run_alone(todo.steps, next)
                                                : run_transaction(todo.steps, next);
            if (next < todo.steps.size()) lock_again();
        }
        done_.duration = steady::now() - begin;
        return std::move(done_);
    }

private:
    [[nodiscard]] const revision_row& row(step one) const { return history_.rows[one.revision]; }

    [[nodiscard]] bool runs_alone(step one) const {
        const std::uint32_t flag =
            one.way == direction::up ? up_without_transaction : down_without_transaction;
        return (row(one).flags & flag) != 0;
    }

    void refuse_irreversible(const plan& todo) const {
        for (const step one : todo.steps) {
            if (one.way == direction::up || (row(one).flags & irreversible) == 0) continue;
            throw error(
                error_code::irreversible,
                joined(
                    {"revision ", history_.id(one.revision),
                     " is irreversible: its down section says that what it did cannot be undone\nNothing was "
                     "changed. Restore a backup instead, or choose a target above it."}))
                .at(history_.id(one.revision), history_.file(one.revision), row(one).down_line, 1);
        }
    }

    /// Locks the database and finds out what other processes have done since it was locked before.
    void lock_again() {
        to_.lock();
        std::vector<std::string> rows = to_.rows();
        if (rows != rows_) state_ = frontier(history_, resolver(history_).rows(rows));
        rows_ = std::move(rows);
    }

    /// Steps `first` up to the next one that runs alone, in the transaction that is open. Returns the next.
    std::size_t run_transaction(const std::vector<step>& steps, std::size_t first) {
        to_.write_rows({}, {}); // creates the table: scripts may read it
        std::size_t next = first;
        for (; next < steps.size() && !runs_alone(steps[next]); ++next) {
            if (is_done(steps[next])) continue;
            run_script(steps[next], &connection::run);
            state_.advance(steps[next]);
        }
        to_.check();
        save();
        return next;
    }

    /// A `transaction:false` step: its statement first, then its rows in a transaction of their own. Another
    /// process may have been faster, which is found out under the lock.
    std::size_t run_alone(const std::vector<step>& steps, std::size_t next) {
        const bool todo = !is_done(steps[next]);
        to_.roll_back();
        if (!todo) return next + 1;
        run_script(steps[next], &connection::run_alone);
        lock_again();
        if (is_done(steps[next])) {
            timed_.clear();
        } else {
            state_.advance(steps[next]);
        }
        save();
        return next + 1;
    }

    /// Writes the rows and the log of what was run since the lock, and commits them with it. Once for all
    /// steps: each change of the schema makes SQLite compile these statements anew.
    void save() {
        std::vector<std::string> after;
        for (const std::uint32_t revision : state_.rows()) {
            insert_sorted(after, history_.id(revision));
        }
        to_.write_rows(difference(rows_, after), difference(after, rows_));
        for (const timed_step& one : timed_) {
            if (options_.log) write_log(one);
            done_.steps.push_back(
                {history_.id(one.of.revision), history_.summary(one.of.revision), one.of.way, one.duration});
        }
        timed_.clear();
        to_.commit();
        rows_ = std::move(after);
    }

    void write_log(const timed_step& one) {
        const std::uint32_t revision = one.of.revision;
        const bool up = one.of.way == direction::up;
        to_.write_log({history_.id(revision), up ? "upgrade" : "downgrade", checksum_text(history_, revision),
                       up ? down_sql(history_, revision, script_) : std::string_view(""), one.started_ms,
                       std::chrono::duration_cast<std::chrono::microseconds>(one.duration).count()});
    }

    /// Whether another process has carried out a step meanwhile. Throws if it has made the step impossible.
    [[nodiscard]] bool is_done(step one) const {
        const bool up = one.way == direction::up;
        if (state_.applied(one.revision) == up) return true;
        const parents above = parents_of(history_, one.revision, edge_kind::all);
        const bool possible = up ? std::all_of(above.begin(), above.end(),
                                               [&](std::uint32_t parent) { return state_.applied(parent); })
                                 : state_.is_tip(one.revision);
        if (!possible) {
            throw error(
                error_code::busy,
                "another process is migrating the database the other way\nTry again when it is done.");
        }
        return false;
    }

    void run_script(step one, void (connection::*how)(std::string_view)) {
        const bool up = one.way == direction::up;
        const std::string_view script = (up ? up_sql : down_sql)(history_, one.revision, script_);
        const steady::time_point begin = steady::now();
        timed_.push_back({one, now_ms(), {}});
        try {
            (to_.*how)(script);
            timed_.back().duration = steady::now() - begin;
        } catch (const statement_failure& failed) {
            const place at = place_in(script, up ? row(one).up_line : row(one).down_line, failed.offset);
            const std::string_view file = history_.file(one.revision);
            throw error(failed.refused ? error_code::refused : error_code::statement,
                        joined({file, ":", std::to_string(at.line), ":", std::to_string(at.column), ": ",
                                failed.message, "\n  ", failed.statement, "\nRevision ",
                                history_.id(one.revision), " was rolled back."}),
                        failed.engine_code)
                .at(history_.id(one.revision), file, at.line, at.column);
        }
    }

    connection& to_;
    const history& history_;
    const options& options_;
    std::vector<std::string> rows_; ///< Of the version table, as last read or written.
    frontier state_;                ///< What they say is applied, and what was run since.
    std::vector<timed_step> timed_; ///< What was run since the lock.
    std::string script_;            ///< Reused by sections that span chunks.
    report done_;
};

} // namespace

report apply(connection& to, const history& h, const planner& make_plan, const options& chosen) {
    const std::vector<std::string> rows = to.rows();
    plan todo = make_plan(rows);
    if (todo.steps.empty()) return {};
    return applier(to, h, chosen).run(std::move(todo), rows, make_plan);
}

std::vector<std::string> apply_stamp(connection& to, const history& h, const planner& make_plan,
                                     const options& chosen) {
    const session open(to);
    to.lock();
    const std::vector<std::string> before = to.rows();
    std::vector<std::string> after;
    for (const std::uint32_t row : make_plan(chosen.purge ? std::vector<std::string>() : before).after) {
        insert_sorted(after, h.id(row));
    }
    if (before == after) return after;
    const std::vector<std::string_view> added = difference(after, before);
    to.write_rows(difference(before, after), added);
    for (const std::string_view row : added) {
        if (chosen.log)
            to.write_log({row, "stamp", checksum_text(h, resolver(h).revision(row)), "", now_ms(), 0});
    }
    to.commit();
    return after;
}

} // namespace headway
