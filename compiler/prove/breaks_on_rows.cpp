#include "prove/breaks_on_rows.hpp"

#include "prove/former_names.hpp"
#include "prove/orphans.hpp"
#include "prove/row_counts.hpp"
#include "prove/row_origins.hpp"
#include "read/place.hpp"
#include "rows/made_rows.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <set>

namespace headway::compiler {
namespace {

/// Whether ALTER TABLE does more than rename, drop, or add a column that may be NULL
/// and refers to nothing.
bool is_risky(std::string_view statement) {
    for (const token& each : tokens(statement)) {
        const std::string_view word = each.in(statement);
        if (same_name(word, "not") || same_name(word, "default") || same_name(word, "check") ||
            same_name(word, "references"))
            return true;
    }
    return false;
}

/// A section that has run without rows.
struct way {
    const section& script;
    const statement_log& log;
    const schema& seeded;  ///< Where rows are made up: before the up section.
    const schema& start;   ///< Before this section.
    const schema& reached; ///< Behind this section.
};

way way_up(const proven_step& step) {
    return {step.of.up, step.up, step.before, step.before, step.after};
}
way way_down(const proven_step& step, const statement_log& down) {
    return {step.of.down, down, step.before, step.after, step.before};
}

bool makes_unique_index(const watched_statement& statement, const schema& reached) {
    const auto* index = statement.find(SQLITE_CREATE_INDEX);
    const schema_object* made = index == nullptr ? nullptr : reached.find(object_kind::index, index->first);
    return made != nullptr && made->index && made->index->unique;
}

/// The tables of the schema before that the section renames, alters, rebuilds, or gives a unique index.
std::set<const schema_object*> tables_at_risk(const way& of) {
    std::set<const schema_object*> tables;
    former_names names(of.start);
    const auto add = [&](std::string_view name) {
        const auto* table = of.seeded.find(object_kind::table, names.table(name));
        if (table != nullptr) tables.insert(table);
    };
    for (const watched_statement& each : of.log.statements()) {
        const std::string_view sql = of.script.sql().substr(each.begin, each.end - each.begin);
        const auto* alter = each.find(SQLITE_ALTER_TABLE);
        if (alter != nullptr && (is_risky(sql) || table_renamed_to(sql))) add(alter->second);
        const auto* drop = each.find(SQLITE_DROP_TABLE);
        if (drop != nullptr && of.reached.find(object_kind::table, drop->first) != nullptr) add(drop->first);
        if (makes_unique_index(each, of.reached)) add(each.find(SQLITE_CREATE_INDEX)->second);
        names.pass(of.script.sql(), each);
    }
    return tables;
}

/// Seeds the tables at risk. True if there is a row.
bool seed_all(const way& of, replay& state) {
    bool any = false;
    for (const schema_object* table : tables_at_risk(of))
        any = make_rows(state.database(), of.seeded, *table) || any;
    return any;
}

/// Whether a row is refused for what it holds; a table that is STRICT, or a rowid, wants values of its type.
bool is_of_value(std::string_view message) {
    return message.find(" constraint failed") != message.npos || message.starts_with("cannot store ") ||
           message == "datatype mismatch";
}

/// What failed over made-up rows, as a rule; none if the made-up rows themselves are to blame.
std::optional<rule> rule_of(const way& of, const statement_log& seeded, const finding& failed) {
    if (failed.message.starts_with("Cannot add a")) return rule::fails_on_rows;
    if (!is_of_value(failed.message)) return std::nullopt;
    const watched_statement& statement = seeded.statements().back();
    if (statement.does(SQLITE_CREATE_INDEX) || statement.does(SQLITE_ALTER_TABLE))
        return rule::new_constraint;
    const watched_action* insert = statement.find(SQLITE_INSERT);
    if (insert == nullptr) return std::nullopt;
    const bool is_new = std::any_of(
        of.log.statements().begin(), of.log.statements().end(),
        [&](const watched_statement& each) { return each.does(SQLITE_CREATE_TABLE, insert->first); });
    const bool copies =
        std::any_of(statement.actions.begin(), statement.actions.end(), [&](const watched_action& each) {
            return each.code == SQLITE_READ && !same_name(each.first, insert->first);
        });
    return is_new && copies ? std::optional(rule::new_constraint) : std::nullopt;
}

constexpr const char* correct_first =
    "correct such rows first in this section, or write into the header: -- headway:allow new-constraint <why "
    "there are none>";

/// The statement that says `REFERENCES parent`, or else the section.
location place_of_reference(const way& of, std::string_view parent) {
    const std::string_view sql = of.script.sql();
    for (const watched_statement& each : of.log.statements()) {
        bool references = false;
        for (const token& at : tokens(sql.substr(0, each.end), each.begin)) {
            const std::string_view word = at.in(sql);
            if (references && same_name(unquote(word), parent)) return statement_at(of.script, each.begin);
            references = same_name(word, "references");
        }
    }
    return marker_of(of.script);
}

/// Tables at risk whose rows had their parents before; their names and those of the parents.
using orphans_by_table = std::map<std::string, std::string>;
void find_new_orphans(const way& of, const orphans_by_table& now, const orphans_by_table& before,
                      std::string_view valid, findings& found) {
    const bool is_known = std::any_of(found.begin(), found.end(),
                                      [](const finding& each) { return each.id == rule::foreign_key; });
    if (now.empty() || is_known) return;
    former_names names(of.start);
    for (const watched_statement& each : of.log.statements())
        names.pass(of.script.sql(), each);
    const auto at_risk = tables_at_risk(of);
    for (const auto& [table, parent] : now) {
        const std::string kept = names.table(table);
        const std::string& former = kept.empty() ? table : kept; // a rebuilt table is a new one of its name
        const auto* seeded = of.seeded.find(object_kind::table, former);
        if (before.contains(former) || seeded == nullptr || !at_risk.contains(seeded)) continue;
        found.push_back(
            {rule::new_constraint,
             place_of_reference(of, parent),
             fmt::format("this fails on rows that are valid {}: FOREIGN KEY constraint failed: rows "
                         "of table {} refer to rows of table {} that are not there",
                         valid, table, parent),
             {{{}, correct_first}}});
    }
}

/// What a failure over made-up rows means, if it means something.
void explain(const way& of, const statement_log& seeded, finding failed, std::string_view valid,
             findings& found) {
    if (seeded.statements().empty()) return;
    const auto broken = rule_of(of, seeded, failed);
    if (!broken) return;
    failed.id = *broken;
    failed.message.insert(0, *broken == rule::fails_on_rows
                                 ? "this fails on a table with rows: "
                                 : fmt::format("this fails on rows that are valid {}: ", valid));
    failed.notes = {{{},
                     *broken == rule::fails_on_rows
                         ? "give the column a constant default, or rebuild the table and fill it"
                         : correct_first}};
    found.push_back(std::move(failed));
}

/// Runs the section over the rows; `valid` says which those are.
void run_over_rows(const way& of, replay& state, std::string_view valid, findings& found) {
    const auto& all = of.log.statements();
    const bool rebuilds =
        std::any_of(all.begin(), all.end(), [](const auto& each) { return each.does(SQLITE_DROP_TABLE); });
    const row_counts before = rebuilds ? count_rows(state.database(), of.start) : row_counts();
    const auto orphans = find_orphans(state.database(), of.start);
    statement_log seeded;
    if (auto failed = state.run(of.script, &seeded))
        return explain(of, seeded, std::move(*failed), valid, found);
    find_new_orphans(of, find_orphans(state.database(), of.reached), orphans, valid, found);
    if (!rebuilds) return;
    const row_origins origins(of.script, of.log, of.start, state.database());
    find_lost_made_up_rows(of.script, origins, before, count_rows(state.database(), of.reached), valid,
                           found);
}

} // namespace

bool may_break_on_rows(const proven_step& step) {
    return step.of.up.transaction && !tables_at_risk(way_up(step)).empty();
}

void find_breaks_on_rows(const proven_step& step, replay& state, findings& found) {
    const way up = way_up(step);
    if (seed_all(up, state)) run_over_rows(up, state, "so far", found);
}

bool may_break_on_the_way_back(const proven_step& step, const statement_log& down) {
    return step.of.up.transaction && step.of.down.transaction &&
           !tables_at_risk(way_down(step, down)).empty();
}

void find_breaks_on_the_way_back(const proven_step& step, const statement_log& down, replay& state,
                                 findings& found) {
    const way back = way_down(step, down);
    if (seed_all(back, state) && !state.run(step.of.up))
        run_over_rows(back, state, "before the up section", found);
}

} // namespace headway::compiler
