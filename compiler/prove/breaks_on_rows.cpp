#include "prove/breaks_on_rows.hpp"

#include "prove/every_row.hpp"
#include "prove/new_orphans.hpp"
#include "prove/offending_rows.hpp"
#include "prove/orphans.hpp"
#include "prove/remade_rows.hpp"
#include "prove/row_counts.hpp"
#include "prove/row_origins.hpp"
#include "prove/tables_at_risk.hpp"
#include "rows/made_rows.hpp"
#include "rows/near_rows.hpp"
#include "schema/full_text.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <optional>

namespace headway::compiler {
namespace {

/// Lets the text searches over other tables know the rows of those, as the application would.
void refill_searches(const schema& of, SQLite::Database& database) {
    for (const auto& object : of.objects) {
        if (object->structure && object->structure->is_virtual && !content_of(*object).value_or("").empty())
            database.tryExec(refill(*object));
    }
}

/// The SQL that may compare columns with values; none where it is mostly values, or where the up section
/// comes first, which makes the rows that the down section deletes.
std::string_view compared_in(const way& of) {
    constexpr std::size_t most = 20'000;
    return of.script.sql().size() <= most && &of.seeded == &of.start ? of.script.sql() : std::string_view();
}

/// Seeds the tables at risk. True if there is a row.
bool seed_all(const way& of, replay& state) {
    bool any = false;
    const auto tables = tables_at_risk(of);
    for (const schema_object* table : tables)
        any = make_rows(state.database(), of.seeded, *table, tables) || any;
    std::vector<const schema_object*> varied;
    for (const schema_object* table : tables) {
        if (make_rows_compared_with(state.database(), of.seeded, *table, compared_in(of)))
            varied.push_back(table);
    }
    for (const schema_object* parent : varied)
        for (const schema_object* table : tables)
            make_rows_that_refer_to(state.database(), of.seeded, *table, *parent);
    if (of.restored != nullptr) leave_rows_of_before(*of.restored, of.seeded, state.database());
    if (any) refill_searches(of.seeded, state.database());
    return any;
}

/// Whether a row is refused for what it holds; a table that is STRICT, or a rowid, wants values of its type.
bool is_of_value(std::string_view message) {
    return message.find(" constraint failed") != message.npos || message.starts_with("cannot store ") ||
           message == "datatype mismatch";
}

/// Whether the made-up rows themselves are to blame, or what stands in for functions of the application.
bool is_made_up(const watched_statement& statement, std::string_view sql, const finding& failed,
                SQLite::Database& database) {
    const bool is_of_engine = failed.message.ends_with(" too big") || failed.message == "out of memory" ||
                              failed.message == "database disk image is malformed"; // a search that lags
    if (is_of_engine) return true;
    const bool clashes = failed.message.starts_with("UNIQUE constraint failed") &&
                         statement.does(SQLITE_INSERT) && sources_of(statement, sql).empty();
    return clashes || (!is_of_value(failed.message) && !calls_only_builtins(statement, database));
}

/// What a failure over made-up rows means.
struct meaning {
    rule id;
    std::string message;
    std::string advice;
};

/// Nothing if it means nothing. The state is that in which the statement failed.
std::optional<meaning> explain(const way& of, const statement_log& seeded, const finding& failed,
                               std::string_view valid, SQLite::Database& database) {
    if (failed.message == "cannot add a STORED column")
        return meaning{rule::fails_on_rows, "this fails on a table with rows: " + failed.message,
                       "make the column VIRTUAL, or rebuild the table with it"};
    if (failed.message.starts_with("Cannot add a"))
        return meaning{rule::fails_on_rows, "this fails on a table with rows: " + failed.message,
                       "give the column a constant default, or rebuild the table and fill it"};
    if (failed.id == rule::endless)
        return meaning{rule::new_constraint,
                       fmt::format("{}, over a few rows that are valid {}", failed.message, valid),
                       "does it recurse in a circle? " + failed.notes.front().message};
    if (seeded.statements().empty() ||
        (failed.id != rule::sql_error && failed.id != rule::transaction_control))
        return std::nullopt;
    const watched_statement& statement = seeded.statements().back();
    const std::string_view sql = of.script.sql().substr(statement.begin, statement.end - statement.begin);
    if (is_made_up(statement, sql, failed, database)) return std::nullopt;
    const bool is_rolled_back = sqlite3_get_autocommit(database.getHandle()) != 0; // by a trigger
    const schema now = is_rolled_back ? of.start : read_schema(database);
    if (fails_on_every_row(sql, statement, failed.message, now))
        return meaning{
            rule::fails_on_rows, "this fails on a table with rows: " + failed.message,
            "every row gets the value that is refused, whatever it holds: correct the value or the "
            "constraint"};
    return meaning{rule::new_constraint,
                   fmt::format("this fails on rows that are valid {}: {}", valid, failed.message),
                   correct_first};
}

/// Runs a section over made-up rows.
class trial_over_rows {
public:
    trial_over_rows(const way& of, replay& state, std::string_view valid, findings& found)
        : of_(of), state_(state), valid_(valid), found_(found) {}

    void run() {
        const auto first = run_once();
        if (!first || first->id == rule::endless || !is_small()) return;
        offending_rows rows(state_, tables_with_rows());
        const auto fails = [&] { return fails_like(*first); };
        if (said_ && found_.back().id == rule::new_constraint) {
            if (std::string least = rows.describe_least(fails); !least.empty())
                found_.back().notes.insert(found_.back().notes.begin(),
                                           {{}, "for example where " + std::move(least)});
        }
        // Behind the statement that fails on some rows may be one that fails on all.
        if (rows.leave_others(fails)) (void)run_once();
    }

private:
    /// Reports what is wrong with the section over the rows that are there. Returns how it failed.
    std::optional<finding> run_once();
    /// `start` is the point before the section.
    void look_for_orphans(const orphans_by_table& before, replay::savepoint& start);
    [[nodiscard]] bool fails_like(const finding&);
    /// The tables at risk as they are before the section.
    [[nodiscard]] std::vector<const schema_object*> tables_with_rows() const {
        std::vector<const schema_object*> tables;
        for (const schema_object* seeded : tables_at_risk(of_)) {
            const schema_object* now = of_.start.find(object_kind::table, seeded->name);
            if (now != nullptr) tables.push_back(now);
        }
        return tables;
    }
    /// Whether the section can be run over and over.
    [[nodiscard]] bool is_small() const {
        constexpr std::size_t most = 20'000;
        return of_.script.sql().size() <= most;
    }
    [[nodiscard]] bool rebuilds() const {
        const auto& all = of_.log.statements();
        return std::any_of(all.begin(), all.end(),
                           [&](const auto& each) { return takes_table_away(of_.script, each); });
    }

    const way& of_;
    replay& state_;
    const std::string_view valid_;
    findings& found_;
    bool said_ = false; ///< Whether the last run has reported how it failed.
};

std::optional<finding> trial_over_rows::run_once() {
    const row_counts before = rebuilds() ? count_rows(state_.database(), of_.start) : row_counts();
    const orphans_by_table orphans = find_orphans(state_.database(), of_.start);
    std::optional<remade_rows> remade;
    if (rebuilds()) remade.emplace(state_.database(), of_.script, of_.log, of_.start, of_.reached);
    replay::savepoint start = state_.save();
    statement_log seeded;
    auto failed = state_.run(of_.script, &seeded);
    const auto why =
        failed ? explain(of_, seeded, *failed, valid_, state_.database()) : std::optional<meaning>();
    if (!failed && remade) {
        find_lost_made_up_rows(of_.script, remade->origins(), before,
                               count_rows(state_.database(), of_.reached), valid_, found_);
        remade->find_losses(of_.is_only_way, found_);
    }
    if (!failed) look_for_orphans(orphans, start);
    state_.restore(start);
    said_ = why.has_value();
    if (why) found_.push_back({why->id, failed->where, why->message, {{{}, why->advice}}});
    return failed;
}

/// The state is not that behind the section any more then.
void trial_over_rows::look_for_orphans(const orphans_by_table& before, replay::savepoint& start) {
    const auto parting = [&](const std::string& parent) {
        state_.restore(start);
        start = state_.save();
        return statement_that_parts(of_.script, state_, parent);
    };
    find_new_orphans(of_, find_orphans(state_.database(), of_.reached), before, parting, valid_, found_);
}

bool trial_over_rows::fails_like(const finding& other) {
    const replay::savepoint start = state_.save();
    const auto failed = state_.run(of_.script);
    state_.restore(start);
    return failed && failed->message == other.message && failed->where.begin == other.where.begin;
}

} // namespace

bool may_break_on_rows(const proven_step& step) {
    return step.of.up.transaction && !tables_at_risk(way_up(step)).empty();
}

void find_breaks_on_rows(const proven_step& step, replay& state, findings& found) {
    const way up = way_up(step);
    if (seed_all(up, state)) trial_over_rows(up, state, "so far", found).run();
}

bool may_break_on_the_way_back(const proven_step& step, const statement_log& down) {
    return step.of.up.transaction && step.of.down.transaction &&
           !tables_at_risk(way_down(step, down)).empty();
}

void find_breaks_on_the_way_back(const proven_step& step, const statement_log& down, replay& state,
                                 findings& found) {
    const way back = way_down(step, down);
    if (seed_all(back, state) && !state.run(step.of.up))
        trial_over_rows(back, state, "before the up section", found).run();
}

} // namespace headway::compiler
