#include "prove/revision_proof.hpp"

#include "prove/breaks_on_rows.hpp"
#include "prove/changed_objects.hpp"
#include "prove/late_names.hpp"
#include "prove/orphans.hpp"
#include "prove/remade_tables.hpp"
#include "prove/round_trip.hpp"
#include "read/place.hpp"
#include "schema/compare.hpp"
#include "schema/lookup.hpp"
#include "schema/reference.hpp"
#include "sqlite/authorizer.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace headway::compiler {
using namespace detail;

namespace {

/// Whether a statement can leave a row without its parent. Where there are no rows, only one that inserts
/// some can.
bool can_orphan(const watched_statement& statement, bool has_rows) {
    return std::any_of(statement.actions.begin(), statement.actions.end(), [&](const watched_action& each) {
        return (has_rows || each.code == SQLITE_INSERT) &&
               touches_rows({each.code, each.first.c_str(), each.second.c_str(), nullptr, nullptr});
    });
}

} // namespace

struct revision_proof::attempt {
    const source& of;
    schema before;
    bool over_rows; ///< Whether there were rows before the up section.
    row_counts rows_before;
    row_counts rows_after;
    statement_log up;
    statement_log down;
    restored_constraints restored;
    bool repeatable = true;  ///< Writes the same data each time.
    bool has_parents = true; ///< Each row that the up section leaves, if it has to have some.
    bool moved = false;      ///< Whether down leaves columns in another order, and nothing else.
};

revision_proof::revision_proof(const prove_options& options)
    : options_(options),
      replay_([&options](SQLite::Database& database) { provide(options.declared, database); },
              options.statement_limit),
      reader_({"alembic_version", "headway_log"}) {}

bool revision_proof::run(const source& of, bool is_released, const std::vector<const finding*>& open,
                         findings& found) {
    changed_.clear();
    if (!has_sql(of.up) && !has_sql(of.down)) return true; // a merge
    attempt now{of, now_, replay_.has_rows(), {}, {}, {}, {}, {open, options_.declared}};
    if (now.over_rows) now.rows_before = count_rows(replay_.database(), now.before);
    if (!go_up(now, found)) return false;
    if (!of.irreversible && !is_released) prove_down(now, found);
    return true;
}

std::optional<finding> revision_proof::run_and_watch(const section& of, statement_log& log,
                                                     foreign_key_guard& references, findings& found) {
    findings quoted;
    log.on_prepared = [&](std::string_view, const watched_statement& statement) {
        find_quoted_string(of, statement, replay_.database(), quoted);
        look_before(of, statement, references);
    };
    auto failed = replay_.run(of, &log);
    log.on_prepared = nullptr;
    found.insert(found.end(), quoted.begin(), quoted.end());
    if (!failed) find_temporary(of, log, replay_.database(), found);
    if (!failed) find_fired_triggers(of, log, now_, found);
    return failed;
}

void revision_proof::look_before(const section& of, const watched_statement& statement,
                                 foreign_key_guard& references) {
    if (of.transaction && can_orphan(statement, replay_.has_rows()))
        references.look_before(replay_.database().getHandle());
}

void revision_proof::find_late(const section& of, const statement_log& log, const schema& reached,
                               findings& found) {
    find_broken_defaults(of, log, reached, replay_.database(), found);
    find_quoted_strings_of_triggers(of, log, reached, replay_, found);
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
    replay::savepoint start = replay_.save();
    foreign_key_guard references;
    auto failed = run_and_watch(script, now.up, references, found);
    if (failed) {
        replay_.restore(start);
        found.push_back(std::move(*failed));
        return false;
    }
    now_ = read_behind(script, now.up);
    changed_ = changed_keys(now.before, now_);
    std::erase_if(now.restored.lost,
                  [&](const finding* each) { return each->before.empty() || !is_mended(*each); });
    find_late(script, now.up, now_, found);
    now.has_parents = check_references(script, references, "", &start, found);
    judge(now, found);
    const proven_step step{now.of, now.before, now_, now.up, &now.restored};
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
    find_what_remaking_loses(step, replay_.database(), options_.declared, found);
    broken_.find(step, replay_.database(), found);
    const std::size_t count = found.size();
    find_nondeterminism(step, found);
    now.repeatable = found.size() == count;
    if (!now.over_rows) return;
    now.rows_after = count_rows(replay_.database(), now_);
    find_lost_rows(now.of.up, now.up, now.rows_before, now.rows_after, found);
}

bool revision_proof::check_references(const section& of, foreign_key_guard& before, std::string_view when,
                                      replay::savepoint* start, findings& found) {
    const auto broken = before.look_after(replay_.database().getHandle());
    if (broken.empty()) return true;
    std::optional<watched_statement> parting;
    if (start != nullptr) {
        replay_.restore(*start);
        *start = replay_.save();
        parting = statement_that_parts(of, replay_, {});
    }
    finding result{rule::foreign_key,
                   parting ? statement_at(of, parting->begin) : marker_of(of),
                   fmt::format("{} {} left without the parent that a foreign key names{}", broken.size(),
                               broken.size() == 1 ? "row is" : "rows are", when),
                   {}};
    for (const std::string& each : broken)
        result.notes.push_back({{}, each});
    found.push_back(std::move(result));
    return false;
}

void revision_proof::insert(const section& rows, findings& found) {
    foreign_key_guard references;
    references.look_before(replay_.database().getHandle());
    replay::savepoint start = replay_.save();
    if (auto failed = replay_.run(rows)) {
        replay_.restore(start);
        failed->message += " (rows of FIXTURES)";
        failed->id = rule::fixture;
        found.push_back(std::move(*failed));
        return;
    }
    check_references(rows, references, "", &start, found);
    replay_.keep(start);
    replay_.remember(rows);
    now_ = reader_.read(replay_.database());
}

bool revision_proof::is_mended(const finding& of) {
    if (of.id == rule::objects_lost) return changed_.contains(of.object);
    if (of.id == rule::constraint_lost && !changed_.contains(of.object)) return false;
    const auto object = std::find_if(now_.objects.begin(), now_.objects.end(), [&](const auto& each) {
        return key_of(each->kind, each->name) == of.object;
    });
    if (object == now_.objects.end()) return of.id != rule::constraint_lost;
    if (of.id == rule::constraint_lost)
        return has_constraints_of(of.before, **object, now_, options_.declared);
    if (of.id == rule::broken) return !broken_.has(of.object);
    const auto& keys = (*object)->structure->foreign_keys;
    const bool has_parents = std::all_of(keys.begin(), keys.end(), [&](const foreign_key& key) {
        return now_.find(object_kind::table, key.table) != nullptr;
    });
    return has_parents && foreign_key_mismatch(replay_.database(), (*object)->name).empty();
}

void revision_proof::load(std::string image, bool has_rows) {
    replay_.load(std::move(image), has_rows);
    now_ = reader_.read(replay_.database());
    broken_.load(replay_.database(), now_);
}

/// With rows in the tables the way down and up again is taken back: down may rightly drop what they hold. So
/// it is where columns have moved.
void revision_proof::prove_down(attempt& now, findings& found) {
    replay::savepoint applied = replay_.save();
    const bool sound = goes_down(now, applied, found) && goes_up_again(now, found);
    if (sound && !now.moved && !replay_.has_rows()) {
        replay_.keep(applied);
    } else {
        replay_.restore(applied);
        now_ = reader_.read(replay_.database());
    }
    if (sound) prove_down_over_rows(now, found);
}

void revision_proof::prove_down_over_rows(const attempt& now, findings& found) {
    const proven_step step{now.of, now.before, now_, now.up, &now.restored};
    if (!may_break_on_the_way_back(step, now.down)) return;
    const replay::savepoint applied = replay_.save();
    if (!replay_.run(now.of.down)) find_breaks_on_the_way_back(step, now.down, replay_, found);
    replay_.restore(applied);
    now_ = reader_.read(replay_.database());
}

bool revision_proof::goes_down(attempt& now, replay::savepoint& start, findings& found) {
    foreign_key_guard references;
    if (auto failed = run_and_watch(now.of.down, now.down, references, found)) {
        found.push_back(std::move(*failed));
        return false;
    }
    const bool has_parents = check_references(now.of.down, references, "", &start, found);
    const schema reverted = read_behind(now.of.down, now.down);
    find_late(now.of.down, now.down, reverted, found);
    const auto left = compare(now.before, reverted);
    findings undone = describe_round_trip(now.of, left, now.before, now.up, now.down);
    const bool is_restored = std::all_of(undone.begin(), undone.end(),
                                         [](const finding& each) { return each.id == rule::columns_moved; });
    now.moved = !undone.empty();
    std::move(undone.begin(), undone.end(), std::back_inserter(found));
    if (!is_restored) return false; // what is applied over the wrong schema says nothing more
    if (now.over_rows && now.repeatable)
        find_lost_rows(now.of.down, now.down, now.rows_after, count_rows(replay_.database(), reverted),
                       found);
    return has_parents; // an orphan would be blamed once more
}

bool revision_proof::goes_up_again(attempt& now, findings& found) {
    constexpr std::string_view when = " (when it is applied again behind down)";
    statement_log again;
    foreign_key_guard references;
    again.on_prepared = [&](std::string_view, const watched_statement& statement) {
        if (now.has_parents) look_before(now.of.up, statement, references);
    };
    if (auto failed = replay_.run(now.of.up, &again)) {
        failed->message += when;
        found.push_back(std::move(*failed));
        return false;
    }
    check_references(now.of.up, references, when, nullptr, found);
    const schema after = std::exchange(now_, read_behind(now.of.up, again));
    auto changed = compare(after, now_);
    std::erase_if(changed, [&](const difference& each) {
        return now.moved && each.kind == difference_kind::column_order;
    });
    if (changed.empty()) return true;
    found.push_back(describe_repetition(now.of, changed));
    return false;
}

} // namespace headway::compiler
