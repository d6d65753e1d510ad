// Random pairs of schemas: what the planner writes has to lead from the one to the other and back, with the
// rows.
//   headway_diff_campaign [PAIRS [SEED]]   the pairs from SEED on
//   headway_diff_campaign --planted        bugs planted into the scripts have to be found
#include "diff/conversion_check.hpp"
#include "diff/database_image.hpp"
#include "diff/diff.hpp"
#include "diff/made_schema.hpp"
#include "diff/planted.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <optional>

namespace headway::tests {
using namespace compiler;
namespace {

SQLite::Database open(const std::string& sql) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(sql);
    return database;
}

/// A search of another table's text is no use where that has no such column, which shows only when it is
/// read.
bool is_valid(const std::string& sql) try {
    SQLite::Database database = open(sql);
    for (const seen_table& table : tables_of(database))
        if (table.kind == table_kind::search_elsewhere)
            database.exec("SELECT * FROM " + in_quotes(table.name));
    return true;
} catch (const SQLite::Exception&) {
    return false;
}

struct tally {
    std::uint64_t pairs = 0, invalid = 0, alike = 0, refused = 0, irreversible = 0;
    std::uint64_t rows = 0, failed_on_unfit = 0, faults = 0;
    std::map<std::string, std::uint64_t> reasons;
};

std::map<std::string, std::string> inverse(const std::map<std::string, std::string>& renamed) {
    std::map<std::string, std::string> result;
    std::map<std::string, std::string> tables;
    for (const auto& [now, before] : renamed)
        if (now.find('.') == now.npos) tables[now] = before;
    for (const auto& [now, before] : renamed) {
        const std::size_t dot = now.find('.');
        if (dot == now.npos) {
            result[before] = now;
        } else {
            result[tables.at(now.substr(0, dot)) + "." + before] = now.substr(dot + 1);
        }
    }
    return result;
}

/// One pair, and what came of it.
class experiment {
public:
    experiment(std::uint64_t seed, tally& into) : seed_(seed), random_(seed), tally_(into) {}
    bool run();
    /// False for a pair that SQLite does not take.
    bool make();
    migration plan() const { return diff(before_, after_); }
    std::optional<bool> finds(const planted_bug&, const migration&);

private:
    void refuse(const migration&);
    void check(const migration&);
    void follow(SQLite::Database&, const char* way, const std::string& script,
                const std::vector<hazard>& hazards, const expectation&);
    void report(const std::string& way, const std::string& script, const std::vector<std::string>& faults);

    std::uint64_t seed_;
    chance random_;
    tally& tally_;
    made_pair pair_;
    std::string before_;
    std::string after_;
};

void experiment::report(const std::string& way, const std::string& script,
                        const std::vector<std::string>& faults) {
    tally_.faults += 1;
    fmt::print("seed {}, {}: {}\n== before\n{}== after\n{}== script\n{}\n", seed_, way,
               fmt::join(faults, "\n"), before_, after_, script);
}

/// Whether SQLite itself finds a foreign key of the schema that leads to columns which are not unique.
bool has_mismatched_keys(const std::string& schema) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(schema);
    return database.tryExec("PRAGMA foreign_key_check") != SQLite::OK;
}

/// There is a refusal that the schemas call for, and nothing else may be refused.
void experiment::refuse(const migration& planned) {
    ++tally_.refused;
    for (const refusal& one : planned.refusals) {
        const bool constrained = one.message.find("constraint failed") != std::string::npos;
        const bool mismatched = one.broken == rule::foreign_key && has_mismatched_keys(after_);
        const bool called_for = one.broken == rule::backfill || mismatched ||
                                (constrained && !pair_.made_up().empty()) ||
                                one.message.find(" after rename: ") != std::string::npos || // SQLite's own
                                one.message.find("keeps no content") != std::string::npos ||
                                one.message.find("cannot read its text") != std::string::npos;
        ++tally_.reasons[std::string(describe(one.broken).code)];
        if (!called_for) report("refused: " + one.message, "", {});
    }
    if (!planned.up.empty() || !planned.down.empty()) report("refused with SQL", planned.up, {});
}

void experiment::follow(SQLite::Database& database, const char* way, const std::string& script,
                        const std::vector<hazard>& hazards, const expectation& wanted) {
    finding found = check_conversion(database, script, wanted, random_);
    tally_.rows += found.rows;
    tally_.failed_on_unfit += found.refused_unfit ? 1 : 0;
    const bool warned = std::any_of(hazards.begin(), hazards.end(), [](const hazard& one) {
        return one.code == "constraint" || one.code == "unproven";
    });
    if (found.refused_unfit && !warned)
        found.faults.push_back("it fails on rows and no hazard has said so: " + found.refusal);
    if (!found.faults.empty()) report(way, script, found.faults);
}

void experiment::check(const migration& planned) {
    SQLite::Database database = open(before_);
    make_rows(database, random_);
    for (const hazard& one : planned.hazards)
        if (one.code == "unproven") ++tally_.reasons["hazard unproven"];
    const std::uint64_t faults = tally_.faults;
    follow(database, "up", planned.up, planned.hazards, {after_, pair_.renamed(), pair_.made_up()});
    if (faults != tally_.faults) return;
    if (!planned.irreversible.empty()) {
        ++tally_.irreversible;
        ++tally_.reasons["irreversible: " + planned.irreversible.substr(0, 60)];
        return;
    }
    follow(database, "down", planned.down, planned.down_hazards, {before_, inverse(pair_.renamed()), {}});
}

bool experiment::make() {
    pair_ = schema_maker(random_).make();
    before_ = pair_.before.sql();
    after_ = pair_.after.sql();
    return is_valid(before_) && is_valid(after_);
}

/// Whether a bug that is planted into the script is found; nothing if there is no place for it.
std::optional<bool> experiment::finds(const planted_bug& bug, const migration& planned) {
    const std::string script = bug.plant(planned.up);
    if (script.empty()) return {};
    chance random(seed_);
    SQLite::Database database = open(before_);
    make_rows(database, random);
    return !check_conversion(database, script, {after_, pair_.renamed(), pair_.made_up()}, random)
                .faults.empty();
}

/// False for a pair that is none.
bool experiment::run() try {
    if (!make()) {
        ++tally_.invalid;
        return false;
    }
    ++tally_.pairs;
    const migration planned = diff(before_, after_);
    if (!planned.refusals.empty()) {
        refuse(planned);
    } else if (planned.up.empty()) {
        ++tally_.alike;
        SQLite::Database left = open(before_), right = open(after_);
        if (const std::string difference = compare_schemas(left, right); !difference.empty())
            report("nothing to do", "", {difference});
    } else {
        check(planned);
    }
    if (!diff(after_, after_).up.empty()) report("a schema differs from itself", "", {});
    return true;
} catch (const std::exception& failure) {
    report("exception", "", {failure.what()});
    return true;
}

int run(std::uint64_t pairs, std::uint64_t seed) {
    tally total;
    for (; total.pairs < pairs; ++seed)
        experiment(seed, total).run();
    fmt::print("{} pairs up to seed {} ({} more are no schemas): {} alike, {} refused, {} irreversible; {} "
               "rows followed, "
               "{} scripts failed on rows that do not fit and left no trace; {} faults\n",
               total.pairs, seed - 1, total.invalid, total.alike, total.refused, total.irreversible,
               total.rows, total.failed_on_unfit, total.faults);
    for (const auto& [reason, count] : total.reasons)
        fmt::print("  {:6} {}\n", count, reason);
    return total.faults == 0 ? 0 : 1;
}

/// The campaign is worth something only if it sees such bugs.
int run_planted() {
    constexpr int times = 10;
    struct score {
        int planted = 0;
        int found = 0;
    };
    std::vector<score> scores(planted_bugs().size());
    const auto is_enough = [](const score& one) { return one.planted == times; };
    tally unused;
    for (std::uint64_t seed = 1; !std::all_of(scores.begin(), scores.end(), is_enough); ++seed) {
        experiment pair(seed, unused);
        if (!pair.make()) continue;
        const migration planned = pair.plan();
        for (std::size_t bug = 0; bug < scores.size(); ++bug) {
            if (is_enough(scores[bug])) continue;
            const std::optional<bool> seen = pair.finds(planted_bugs()[bug], planned);
            scores[bug].planted += seen ? 1 : 0;
            scores[bug].found += seen.value_or(false) ? 1 : 0;
        }
    }
    bool all_found = true;
    for (std::size_t bug = 0; bug < scores.size(); ++bug) {
        const planted_bug& of = planted_bugs()[bug];
        fmt::print("{:40} planted {} times, found {} times\n", of.name, times, scores[bug].found);
        all_found = all_found && scores[bug].found >= (of.always_shows ? times : 1);
    }
    return all_found ? 0 : 1;
}

} // namespace
} // namespace headway::tests

int main(int argc, char** argv) {
    if (argc > 1 && std::strcmp(argv[1], "--planted") == 0) return headway::tests::run_planted();
    const std::uint64_t pairs = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 300;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    return headway::tests::run(pairs, seed);
}
