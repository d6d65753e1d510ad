#include "prove/revision_proof.hpp"

#include "prove/breaks_on_rows.hpp"
#include "prove/late_names.hpp"
#include "prove/round_trip.hpp"
#include "read/place.hpp"
#include "schema/compare.hpp"

#include <fmt/format.h>

#include <utility>

namespace headway::compiler {
using namespace detail;

struct revision_proof::attempt {
    const source& of;
    schema before;
    bool over_rows; ///< Whether there were rows before the up section.
    row_counts rows_before;
    row_counts rows_after;
    statement_log up;
    statement_log down;
    bool repeatable = true; ///< Writes the same data each time.
};

revision_proof::revision_proof(const prove_options& options)
    : options_(options),
      replay_([&options](SQLite::Database& database) { provide(options.declared, database); }),
      reader_({"alembic_version", "headway_log"}) {}

bool revision_proof::run(const source& of, findings& found) {
    if (!has_sql(of.up) && !has_sql(of.down)) return true; // a merge
    attempt now{of, now_, replay_.has_rows(), {}, {}, {}, {}};
    if (now.over_rows) now.rows_before = count_rows(replay_.database(), now.before);
    if (!go_up(now, found)) return false;
    if (!of.irreversible) prove_down(now, found);
    return true;
}

std::optional<finding> revision_proof::run_and_watch(const section& of, statement_log& log, findings& found) {
    findings quoted;
    log.on_prepared = [&](std::string_view, const watched_statement& statement) {
        find_quoted_string(of, statement, replay_.database(), quoted);
    };
    auto failed = replay_.run(of, &log);
    log.on_prepared = nullptr;
    found.insert(found.end(), quoted.begin(), quoted.end());
    if (!failed) find_temporary(of, log, replay_.database(), found);
    if (!failed) find_fired_triggers(of, log, now_, found);
    return failed;
}

void revision_proof::find_late(const section& of, const statement_log& log, const schema& reached,
                               findings& found) {
    find_broken_defaults(of, log, reached, replay_.database(), found);
    if (options_.minimum_sqlite != 0)
        find_newer_sql(of, log, reached, replay_, options_.minimum_sqlite, found);
}

/// VACUUM, which runs alone, gives objects new rowids.
schema revision_proof::read_behind(const section& of, const statement_log& log) {
    const auto dropped = of.transaction ? log.only_dropped() : std::nullopt;
    return dropped ? reader_.read(replay_.database(), *dropped) : reader_.read(replay_.database());
}

bool revision_proof::go_up(attempt& now, findings& found) {
    const section& script = now.of.up;
    const replay::savepoint start = replay_.save();
    foreign_key_guard references;
    if (now.over_rows) references.look_before(replay_.database().getHandle());
    auto failed = run_and_watch(script, now.up, found);
    if (failed) {
        replay_.restore(start);
        found.push_back(std::move(*failed));
        return false;
    }
    now_ = read_behind(script, now.up);
    find_late(script, now.up, now_, found);
    if (now.over_rows) check_references(script, references, found);
    judge(now, found);
    const proven_step step{now.of, now.before, now_, now.up};
    if (may_break_on_rows(step)) {
        replay_.restore(start);
        const replay::savepoint again = replay_.save();
        find_breaks_on_rows(step, replay_, found);
        replay_.restore(again);
        const replay::savepoint last = replay_.save();
        if (replay_.run(script))
            throw std::runtime_error("a script that ran before fails when it is run again");
        replay_.keep(last);
        now_ = reader_.read(replay_.database());
    } else {
        replay_.keep(start);
    }
    replay_.remember(script);
    return true;
}

void revision_proof::judge(attempt& now, findings& found) {
    const proven_step step{now.of, now.before, now_, now.up};
    find_dropped_data(step, found);
    find_cascades(step, found);
    find_broken_references(step, replay_.database(), found);
    find_parting_parents(step, found);
    find_duplicate_indexes(step, found);
    find_what_remaking_loses(step, replay_.database(), found);
    broken_.find(step, replay_.database(), found);
    const std::size_t count = found.size();
    find_nondeterminism(step, found);
    now.repeatable = found.size() == count;
    if (!now.over_rows) return;
    now.rows_after = count_rows(replay_.database(), now_);
    find_lost_rows(now.of.up, now.up, now.rows_before, now.rows_after, found);
}

void revision_proof::check_references(const section& of, foreign_key_guard& before, findings& found) {
    const auto broken = before.look_after(replay_.database().getHandle());
    if (broken.empty()) return;
    finding result{rule::foreign_key,
                   marker_of(of),
                   fmt::format("{} {} left without the parent that a foreign key names", broken.size(),
                               broken.size() == 1 ? "row is" : "rows are"),
                   {}};
    for (const std::string& each : broken)
        result.notes.push_back({{}, each});
    found.push_back(std::move(result));
}

void revision_proof::insert(const section& rows, findings& found) {
    foreign_key_guard references;
    references.look_before(replay_.database().getHandle());
    const replay::savepoint start = replay_.save();
    if (auto failed = replay_.run(rows)) {
        replay_.restore(start);
        failed->message += " (rows of FIXTURES)";
        failed->id = rule::fixture;
        found.push_back(std::move(*failed));
        return;
    }
    replay_.keep(start);
    replay_.remember(rows);
    now_ = reader_.read(replay_.database());
    check_references(rows, references, found);
}

void revision_proof::load(std::string image, bool has_rows) {
    replay_.load(std::move(image), has_rows);
    now_ = reader_.read(replay_.database());
    broken_.load(replay_.database(), now_);
}

/// With rows in the tables the way down and up again is taken back: down may rightly drop what they hold.
void revision_proof::prove_down(attempt& now, findings& found) {
    const replay::savepoint applied = replay_.save();
    const bool sound = goes_down(now, found) && goes_up_again(now, found);
    if (sound && !replay_.has_rows()) {
        replay_.keep(applied);
    } else {
        replay_.restore(applied);
        now_ = reader_.read(replay_.database());
    }
    if (sound) prove_down_over_rows(now, found);
}

void revision_proof::prove_down_over_rows(const attempt& now, findings& found) {
    const proven_step step{now.of, now.before, now_, now.up};
    if (!may_break_on_the_way_back(step, now.down)) return;
    const replay::savepoint applied = replay_.save();
    if (!replay_.run(now.of.down)) find_breaks_on_the_way_back(step, now.down, replay_, found);
    replay_.restore(applied);
    now_ = reader_.read(replay_.database());
}

bool revision_proof::goes_down(attempt& now, findings& found) {
    if (auto failed = run_and_watch(now.of.down, now.down, found)) {
        found.push_back(std::move(*failed));
        return false;
    }
    const schema reverted = read_behind(now.of.down, now.down);
    find_late(now.of.down, now.down, reverted, found);
    const auto left = compare(now.before, reverted);
    if (!left.empty()) {
        found.push_back(describe_round_trip(now.of, left, now.before, now.up, now.down));
        return false; // what is applied over the wrong schema says nothing more
    }
    if (now.over_rows && now.repeatable)
        find_lost_rows(now.of.down, now.down, now.rows_after, count_rows(replay_.database(), reverted),
                       found);
    return true;
}

bool revision_proof::goes_up_again(attempt& now, findings& found) {
    statement_log again;
    if (auto failed = replay_.run(now.of.up, &again)) {
        failed->message += " (when it is applied again behind down)";
        found.push_back(std::move(*failed));
        return false;
    }
    const schema after = std::exchange(now_, read_behind(now.of.up, again));
    const auto changed = compare(after, now_);
    if (changed.empty()) return true;
    found.push_back(describe_repetition(now.of, changed));
    return false;
}

} // namespace headway::compiler
