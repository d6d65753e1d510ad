#include "apply/apply.hpp"

#include "apply/adopt.hpp"
#include "apply/handled_objects.hpp"
#include "apply/log_lines.hpp"
#include "apply/moment.hpp"
#include "apply/newer.hpp"
#include "apply/passed_over.hpp"
#include "apply/pulse.hpp"
#include "apply/script_failure.hpp"
#include "apply/session.hpp"
#include "apply/steps.hpp"
#include "headway/error.hpp"
#include "plan/table_kind.hpp"
#include "plan/target.hpp"
#include "text.hpp"

#include <algorithm>
#include <string>

namespace headway::detail {
namespace {

using steady = std::chrono::steady_clock;

class applier {
public:
    applier(connection& to, const history& h, direction way, const options& chosen, bool adopts = false)
        : to_(to), history_(h), way_(way), options_(chosen), adopts_(adopts) {}

    /// Carries out `todo`, which was made for `rows`, or a plan for those there now if they have changed.
    report run(plan todo, const std::vector<std::string>& rows, const planner& make_plan) {
        const steady::time_point begin = steady::now();
        const session open(to_);
        if (pulse_.is_heard()) to_.on_beat([this] { pulse_.beat(); });
        to_.spare_others([this](std::string_view name) { return handled_.have(name); });
        to_.lock();
        rows_ = to_.rows();
        try {
            if (adopt()) {
                todo = make_plan(rows_);
            } else if (!knows_all(history_, rows_)) {
                newer_revisions newer = read_newer(to_, history_, rows_);
                require_policy(options_, newer);
                if (options_.on_unknown == unknown_policy::allow) return allow(std::move(newer), make_plan);
                take_back(std::move(newer));
                todo = make_plan(rows_);
            } else if (adopts_ || rows_ != rows) {
                todo = make_plan(rows_);
            }
            make_up(todo, make_plan);
            carry_out(todo);
            if (!done_.backup.empty() && options_.backup.remove != nullptr)
                options_.backup.remove(to_, options_.backup, done_.backup);
        } catch (const error& failed) {
            if (done_.backup.empty()) throw;
            throw failed.with("The database as it was before is kept at ", done_.backup);
        }
        done_.duration = steady::now() - begin;
        return std::move(done_);
    }

private:
    void carry_out(plan& todo) {
        refuse_impossible(history_, todo.steps);
        if (!todo.steps.empty()) back_up();
        state_ = std::move(todo.state);
        const std::size_t total = todo.steps.size();
        pulse_.begin_plan(total);
        if (install(todo.steps)) return;
        if (has_written_ && (total == 0 || runs_alone(history_, todo.steps.front()))) {
            finish();
            if (total > 0) lock_again();
        }
        for (std::size_t next = 0; next < total;) {
            next = runs_alone(history_, todo.steps[next]) ? run_alone(todo.steps, next)
                                                          : run_transaction(todo.steps, next);
            if (next < total) lock_again();
        }
    }

    /// Instead of all revisions, their image; false if a replay is due. Those who are asked and told of the
    /// revisions are so all the same, before anything is written.
    bool install(const std::vector<step>& steps) {
        const bool from_nothing = rows_.empty() && done_.unknown.empty() && steps.size() == history_.count;
        if (!from_nothing || history_.image.install == nullptr) return false;
        const auto fill = [&](connection& image) { write_all(image, steps); };
        done_.installed = to_.install(history_, {options_, fill});
        if (done_.installed) return true;
        done_.steps.clear();
        timed_.clear();
        rows_ = to_.rows();
        state_ = frontier(history_, resolver(history_).rows(rows_));
        return false;
    }

    void write_all(connection& image, const std::vector<step>& steps) {
        image.lock();
        image.create_version_table();
        for (std::size_t index = 0; index < steps.size(); ++index) {
            pulse_.begin(steps[index], index);
            timed_.push_back({steps[index], now_ms(), {}});
            advance(steps[index]);
        }
        pulse_.rest();
        save(image);
    }

    /// Takes a database over that another tool has kept so far.
    bool adopt() {
        if (!adopts_ || !rows_.empty()) return false;
        adopted found = read_adopted(to_, history_, options_);
        if (!found) return false;
        if (!found.denied.revisions.empty() && !makes_up(way_, options_)) refuse_missing(history_, found);
        back_up();
        write_adopted(to_, history_, found, options_.log);
        has_written_ = true;
        done_.adopted = found.tool;
        rows_ = std::move(found.rows);
        arrears_ = arrears(std::move(found.denied));
        return true;
    }

    void find_arrears() { arrears_ = arrears(to_make_up_for(to_, history_, rows_, way_, options_)); }

    /// Counts as applied what is, and puts what was passed over before all else.
    void make_up(plan& todo, const planner& make_plan) {
        if (todo.steps.empty() && !makes_up(way_, options_)) return;
        if (done_.adopted.empty()) {
            passed_over found = to_make_up_for(to_, history_, rows_, way_, options_);
            if (!found.crossed.empty()) {
                back_up();
                write_counted(to_, history_, found, rows_);
                has_written_ = true;
                todo = make_plan(rows_ = found.rows);
            }
            arrears_ = arrears(std::move(found));
        }
        arrears_.put_before(todo);
    }

    void advance(step one) {
        if (!arrears_.settle(one)) state_.advance(one);
    }

    void back_up() {
        if (options_.backup.make != nullptr && done_.backup.empty())
            done_.backup = to_.back_up(options_.backup);
    }

    /// Steps the locked database back to revisions that the history has.
    void take_back(newer_revisions newer) {
        require_way_back(newer);
        back_up();
        for (std::size_t next = 0; next < newer.unknown.size(); ++next) {
            take_back_by_log(to_, newer.unknown[next], newer.sequences[next], options_.log);
        }
        to_.write_rows(difference(rows_, newer.known_rows), difference(newer.known_rows, rows_));
        rows_ = std::move(newer.known_rows);
        done_.unknown = std::move(newer.unknown);
        has_written_ = true;
    }

    /// Checks and commits what was run since the lock.
    void finish() {
        pulse_.require_not_cancelled();
        to_.check();
        to_.commit();
    }

    /// Locks the database and finds out what other processes have done since it was locked before.
    void lock_again() {
        to_.lock();
        std::vector<std::string> rows = to_.rows();
        if (rows != rows_) state_ = frontier(history_, resolver(history_).rows(rows));
        rows_ = std::move(rows);
        if (!arrears_.empty()) find_arrears();
    }

    /// Runs what is between `first` and the next step that runs alone, or just the first. Returns the next.
    std::size_t run_transaction(const std::vector<step>& steps, std::size_t first) {
        to_.create_version_table(); // before the scripts: they may read it
        std::size_t next = first;
        for (; next < steps.size() && !runs_alone(history_, steps[next]); ++next) {
            const bool per_revision = options_.transaction == transaction_mode::per_revision;
            if (next > first && (per_revision || to_.has_to_commit())) break;
            if (is_done(steps[next])) continue;
            run_script(steps, next, &connection::run);
            advance(steps[next]);
        }
        pulse_.require_not_cancelled();
        check(to_, history_, timed_);
        save(to_);
        return next;
    }

    /// A `transaction:false` step: its statement first, then its rows in a transaction of their own. Another
    /// process may have been faster, which is found out under the lock.
    std::size_t run_alone(const std::vector<step>& steps, std::size_t next) {
        const bool todo = !is_done(steps[next]);
        to_.roll_back();
        if (!todo) return next + 1;
        run_script(steps, next, &connection::run_alone);
        lock_again();
        to_.create_version_table();
        if (is_done(steps[next])) {
            timed_.clear();
        } else {
            advance(steps[next]);
        }
        save(to_);
        return next + 1;
    }

    /// Writes the rows and the log of what was run since the lock, and commits them with it. Once for all
    /// steps: each change of the schema makes an engine compile these statements anew.
    void save(connection& into) {
        std::vector<std::string> after;
        for (const std::uint32_t revision : state_.rows()) {
            insert_sorted(after, history_.id(revision));
        }
        into.write_rows(difference(rows_, after), difference(after, rows_));
        for (const timed_step& one : timed_) {
            if (options_.log) into.write_log(log_of(history_, one, script_));
            done_.steps.push_back(
                {history_.id(one.of.revision), history_.summary(one.of.revision), one.of.way, one.duration});
        }
        write_stamps(into, history_, arrears_.take_moved(), options_.log);
        timed_.clear();
        into.commit();
        rows_ = std::move(after);
    }

    /// Whether another process has carried out a step meanwhile. Throws if it has made the step impossible.
    [[nodiscard]] bool is_done(step one) const {
        if (arrears_.has(one)) return false;
        if (state_.applied(one.revision) == (one.way == direction::up)) return true;
        require_possible(history_, state_, one);
        return false;
    }

    void run_script(const std::vector<step>& steps, std::size_t index,
                    void (connection::*how)(std::string_view)) {
        const step& one = steps[index];
        const auto sql = one.way == direction::up ? up_sql : down_sql;
        const std::string_view script = sql(history_, one.revision, script_);
        pulse_.begin(one, index);
        const steady::time_point begin = steady::now();
        timed_.push_back({one, now_ms(), {}});
        try {
            is_in_code(history_, one.revision) ? to_.run_code(history_, one, options_) : (to_.*how)(script);
            timed_.back().duration = steady::now() - begin;
        } catch (const statement_failure& failed) {
            const error told = failure_at(history_, one, script, failed);
            throw with_takeover(to_, {rows_, done_.adopted}, failed, told);
        }
        pulse_.rest();
    }

    connection& to_;
    const history& history_;
    handled_objects handled_{history_};
    direction way_;
    const options& options_;
    bool adopts_;                   ///< Another tool has kept the database so far.
    std::vector<std::string> rows_; ///< Of the version table, as last read or written.
    frontier state_{history_, {}};  ///< What they say is applied, and what was run since.
    arrears arrears_;               ///< What that takes for applied and is not, while it is made up for.
    bool has_written_ = false;      ///< Before the first step.
    std::vector<timed_step> timed_; ///< What was run since the lock.
    std::string script_;            ///< Reused by sections that span chunks.
    pulse pulse_{history_, options_};
    report done_;
};

} // namespace

report apply(connection& to, const history& h, direction way, const planner& make_plan,
             const options& chosen) {
    require_kind(h, to.kind());
    if (verification::check* const check = chosen.verify.function())
        to.at_one_moment([&](connection& from) { check(from, h, chosen); });
    const std::vector<std::string> rows = to.rows();
    if (!knows_all(h, rows)) {
        if (chosen.on_unknown == unknown_policy::step_back)
            return applier(to, h, way, chosen).run({{}, {}, {}, frontier(h, {})}, rows, make_plan);
        newer_revisions newer = read_newer(to, h, rows);
        require_policy(chosen, newer);
        return allow(std::move(newer), make_plan);
    }
    if (rows.empty() && may_adopt(h, chosen)) // which is looked at under the lock alone, so once
        return applier(to, h, way, chosen, true).run({{}, {}, {}, frontier(h, {})}, rows, make_plan);
    plan todo = make_plan(rows);
    if (todo.steps.empty() && (!makes_up(way, chosen) || to_make_up_for(to, h, rows, way, chosen).empty()))
        return {};
    return applier(to, h, way, chosen).run(std::move(todo), rows, make_plan);
}

} // namespace headway::detail
