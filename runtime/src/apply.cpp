#include "apply.hpp"

#include "headway/error.hpp"
#include "target.hpp"

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

class applier {
public:
    applier(connection& to, const history& h, const options& chosen)
        : to_(to), history_(h), options_(chosen) {}

    report run(const planner& make_plan) {
        const steady::time_point begin = steady::now();
        const session open(to_);
        to_.lock();
        const plan todo = make_plan(to_.rows());
        refuse_irreversible(todo);
        for (std::size_t next = 0; next < todo.steps.size(); to_.lock()) {
            next = runs_alone(todo.steps[next]) ? run_alone(todo.steps, next)
                                                : run_transaction(todo.steps, next);
            if (next == todo.steps.size()) break;
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
                "revision " + std::string(history_.id(one.revision)) +
                    " is irreversible: its down section says that what it did cannot be undone\nNothing was "
                    "changed. Restore a backup instead, or choose a target above it.")
                .at(history_.id(one.revision), history_.file(one.revision), row(one).down_line, 1);
        }
    }

    /// The state of the locked database. Removes rows that other rows imply.
    frontier locked_state() {
        const std::vector<std::uint32_t> rows = resolver(history_).rows(to_.rows());
        frontier state(history_, rows);
        const std::vector<std::uint32_t> tips = state.rows();
        std::vector<std::uint32_t> implied;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(implied),
                     [&](std::uint32_t one) { return !std::binary_search(tips.begin(), tips.end(), one); });
        if (!implied.empty()) to_.write_rows(ids(implied), {});
        return state;
    }

    /// Steps `first` up to the next one that runs alone, in the transaction that is open. Returns the next.
    std::size_t run_transaction(const std::vector<step>& steps, std::size_t first) {
        frontier state = locked_state();
        std::size_t next = first;
        for (; next < steps.size() && !runs_alone(steps[next]); ++next) {
            if (is_done(state, steps[next])) continue;
            const steady::time_point begin = steady::now();
            const std::int64_t started = now_ms();
            run_script(steps[next], &connection::run);
            record(state, steps[next], started, steady::now() - begin);
        }
        to_.check();
        to_.commit();
        return next;
    }

    /// A `transaction:false` step: its statement first, then its rows in a transaction of their own. Another
    /// process may have been faster, which is found out under the lock.
    std::size_t run_alone(const std::vector<step>& steps, std::size_t next) {
        if (is_done(locked_state(), steps[next])) {
            to_.commit();
            return next + 1;
        }
        to_.commit();
        const steady::time_point begin = steady::now();
        const std::int64_t started = now_ms();
        run_script(steps[next], &connection::run_alone);
        to_.lock();
        frontier state = locked_state();
        if (!is_done(state, steps[next])) record(state, steps[next], started, steady::now() - begin);
        to_.commit();
        return next + 1;
    }

    /// Whether another process has carried out a step meanwhile. Throws if it has made the step impossible.
    [[nodiscard]] bool is_done(const frontier& state, step one) const {
        const bool up = one.way == direction::up;
        if (state.applied(one.revision) == up) return true;
        const parents above = parents_of(history_, one.revision, edge_kind::all);
        const bool possible = up ? std::all_of(above.begin(), above.end(),
                                               [&](std::uint32_t parent) { return state.applied(parent); })
                                 : state.is_tip(one.revision);
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
        try {
            (to_.*how)(script);
        } catch (const statement_failure& failed) {
            const place at = place_in(script, up ? row(one).up_line : row(one).down_line, failed.offset);
            const std::string_view file = history_.file(one.revision);
            throw error(failed.refused ? error_code::refused : error_code::statement,
                        std::string(file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) +
                            ": " + failed.message + "\n  " + failed.statement + "\nRevision " +
                            std::string(history_.id(one.revision)) + " was rolled back.",
                        failed.engine_code)
                .at(history_.id(one.revision), file, at.line, at.column);
        }
    }

    void record(frontier& state, step one, std::int64_t started_ms, std::chrono::nanoseconds duration) {
        const bool up = one.way == direction::up;
        const frontier::change rows = state.advance(one);
        to_.write_rows(ids(rows.removed), ids(rows.added));
        if (options_.log) {
            to_.write_log({history_.id(one.revision), up ? "upgrade" : "downgrade",
                           checksum_text(history_, one.revision),
                           up ? down_sql(history_, one.revision, script_) : std::string_view(""), started_ms,
                           std::chrono::duration_cast<std::chrono::microseconds>(duration).count()});
        }
        done_.steps.push_back({history_.id(one.revision), history_.summary(one.revision), one.way, duration});
    }

    [[nodiscard]] std::vector<std::string_view> ids(const std::vector<std::uint32_t>& revisions) const {
        std::vector<std::string_view> named;
        for (const std::uint32_t revision : revisions) {
            named.push_back(history_.id(revision));
        }
        return named;
    }

    connection& to_;
    const history& history_;
    const options& options_;
    std::string script_; ///< Reused by sections that span chunks.
    report done_;
};

} // namespace

report apply(connection& to, const history& h, const planner& make_plan, const options& chosen) {
    if (make_plan(to.rows()).steps.empty()) return {};
    return applier(to, h, chosen).run(make_plan);
}

std::vector<std::string> apply_stamp(connection& to, const history& h, const planner& make_plan,
                                     const options& chosen) {
    const session open(to);
    to.lock();
    const std::vector<std::string> before = to.rows();
    std::vector<std::string> after;
    for (const std::uint32_t row : make_plan(before).after) {
        after.emplace_back(h.id(row));
    }
    std::sort(after.begin(), after.end());
    if (before == after) return after;
    const std::vector<std::string_view> removed(before.begin(), before.end());
    const std::vector<std::string_view> added(after.begin(), after.end());
    to.write_rows(removed, added);
    for (const std::string_view row : added) {
        if (!chosen.log || std::binary_search(before.begin(), before.end(), row)) continue;
        const std::uint32_t index = resolver(h).revision(row);
        to.write_log({row, "stamp", checksum_text(h, index), "", now_ms(), 0});
    }
    to.commit();
    return after;
}

} // namespace headway
