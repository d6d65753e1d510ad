// The planner over random histories, against definitions that are too slow to use but hard to get wrong.

#include "catch.hpp"
#include "headway/error.hpp"
#include "headway/plan.hpp"
#include "made_history.hpp"

#include <random>
#include <set>

namespace headway::tests {
namespace {

using set = std::set<std::uint32_t>;
using random_bits = std::mt19937;

std::uint32_t below(random_bits& random, std::size_t limit) {
    return static_cast<std::uint32_t>(random() % limit);
}

std::vector<spelled_revision> random_revisions(random_bits& random) {
    std::vector<spelled_revision> made;
    const std::size_t count = 1 + below(random, 14);
    for (std::size_t index = 0; index < count; ++index) {
        spelled_revision one{"r" + std::to_string(index), {}, {}, "", ""};
        if (index > 0 && below(random, 10) > 0) {
            set parents;
            const std::size_t wanted = below(random, 4) == 0 ? 2 : 1;
            while (parents.size() < std::min(wanted, index)) {
                parents.insert(static_cast<std::uint32_t>(index) - 1 -
                               below(random, std::min<std::size_t>(index, 4)));
            }
            for (const std::uint32_t parent : parents) {
                one.revises.push_back("r" + std::to_string(parent));
            }
        }
        if (index > 0 && below(random, 5) == 0)
            one.depends_on.push_back("r" + std::to_string(below(random, index)));
        made.push_back(one);
    }
    return made;
}

/// The definitions.
class reference {
public:
    explicit reference(const history& h) : ancestors_(h.count) {
        for (std::uint32_t index = 0; index < h.count; ++index) {
            const revision_row& row = h.rows[index];
            for (std::uint32_t at = row.edges; at < row.edges + row.revises + row.depends_on; ++at) {
                ancestors_[index].insert(h.edges[at]);
                ancestors_[index].insert(ancestors_[h.edges[at]].begin(), ancestors_[h.edges[at]].end());
            }
        }
    }
    [[nodiscard]] set closure(const std::vector<std::uint32_t>& members) const {
        set all(members.begin(), members.end());
        for (const std::uint32_t member : members) {
            all.insert(ancestors_[member].begin(), ancestors_[member].end());
        }
        return all;
    }
    [[nodiscard]] std::vector<std::uint32_t> tips(const set& applied) const {
        std::vector<std::uint32_t> found;
        for (const std::uint32_t one : applied) {
            const bool has_descendant = std::any_of(applied.begin(), applied.end(), [&](std::uint32_t other) {
                return ancestors_[other].count(one) != 0;
            });
            if (!has_descendant) found.push_back(one);
        }
        return found;
    }
    [[nodiscard]] bool descends(std::uint32_t one, std::uint32_t from) const {
        return ancestors_[one].count(from) != 0;
    }

private:
    std::vector<set> ancestors_;
};

std::vector<std::string> ids(const history& h, const std::vector<std::uint32_t>& revisions) {
    std::vector<std::string> found;
    for (const std::uint32_t one : revisions) {
        found.emplace_back(h.id(one));
    }
    return found;
}

/// Carries a plan out on the definitions, checking each step. Returns what is applied afterwards.
set carry_out(const history& h, const reference& truth, const plan& made, set applied) {
    frontier state(h, truth.tips(applied));
    std::vector<std::uint32_t> table = truth.tips(applied);
    REQUIRE(made.before == table);
    for (const step& one : made.steps) {
        const frontier::change change = state.advance(one);
        if (one.way == direction::up) {
            REQUIRE(applied.insert(one.revision).second);
            for (const std::uint32_t needed : truth.closure({one.revision})) {
                REQUIRE(applied.count(needed) == 1); // the order is a linear extension
            }
        } else {
            REQUIRE(applied.erase(one.revision) == 1);
            for (const std::uint32_t other : applied) {
                REQUIRE_FALSE(truth.descends(other, one.revision));
            }
        }
        for (const std::uint32_t row : change.removed) {
            const auto at = std::find(table.begin(), table.end(), row);
            REQUIRE(at != table.end());
            table.erase(at);
        }
        table.insert(table.end(), change.added.begin(), change.added.end());
        std::sort(table.begin(), table.end());
        REQUIRE(table == truth.tips(applied)); // the rows are the frontier of the applied set
        REQUIRE(state.rows() == table);
    }
    REQUIRE(made.after == table);
    return applied;
}

bool is_parent_of(const history& h, std::uint32_t parent, std::uint32_t child) {
    const revision_row& row = h.rows[child];
    const std::uint32_t* const end = h.edges + row.edges + row.revises;
    return std::find(h.edges + row.edges, end, parent) != end;
}

/// A downgrade to a revision drops its applied children by Revises, and all that descends from them.
void check_downgrade(const history& h, const reference& truth, const set& applied, std::uint32_t goal) {
    set expected = applied;
    for (const std::uint32_t one : applied) {
        for (std::uint32_t child = goal + 1; child < h.count; ++child) {
            if (is_parent_of(h, goal, child) && (one == child || truth.descends(one, child)))
                expected.erase(one);
        }
    }
    const std::vector<std::uint32_t> rows = truth.tips(applied);
    const bool is_row = std::find(rows.begin(), rows.end(), goal) != rows.end();
    if (expected == applied && !is_row) {
        REQUIRE_THROWS_AS(plan_downgrade(h, ids(h, rows), h.id(goal)), error);
    } else {
        REQUIRE(carry_out(h, truth, plan_downgrade(h, ids(h, rows), h.id(goal)), applied) == expected);
    }
}

void check_history(random_bits& random) {
    const made_history made(random_revisions(random));
    const history h = made;
    const reference truth(h);
    const std::vector<std::uint32_t> start{below(random, h.count)};
    const set applied = below(random, 4) == 0 ? set() : truth.closure(start);
    const std::vector<std::string> rows = ids(h, truth.tips(applied));
    const std::uint32_t goal = below(random, h.count);
    const std::string target(h.id(goal));

    const plan forth = plan_upgrade(h, rows, target == "r1" ? "heads" : target);
    const set after = carry_out(h, truth, forth, applied);
    if (target != "r1") {
        set expected = applied;
        const set needed = truth.closure({goal});
        expected.insert(needed.begin(), needed.end());
        REQUIRE(after == expected);
    } else {
        REQUIRE(after.size() == h.count);
    }

    // Taking back what was applied, one revision at a time, leads to the same rows.
    plan back{{}, forth.after, forth.before, forth.state};
    for (auto at = forth.steps.rbegin(); at != forth.steps.rend(); ++at) {
        back.steps.push_back({at->revision, direction::down});
    }
    REQUIRE(carry_out(h, truth, back, after) == applied);

    // Downgrades end where their definition says, and base empties the table.
    const std::vector<std::string> rows_after = ids(h, truth.tips(after));
    REQUIRE(carry_out(h, truth, plan_downgrade(h, rows_after, "base"), after).empty());
    check_downgrade(h, truth, after, goal);
    const std::vector<std::uint32_t> stamped = plan_stamp(h, rows, {target}).after;
    REQUIRE(std::find(stamped.begin(), stamped.end(), goal) != stamped.end());
    REQUIRE(stamped == truth.tips(truth.closure(stamped)));
}

/// Everything that may stand behind a branch.
std::vector<std::string> forms(random_bits& random, const history& h) {
    const std::string id(h.id(below(random, h.count)));
    const std::string steps = std::to_string(below(random, 4));
    std::vector<std::string> all{"", "base", "head", "heads", id, id.substr(0, 1), "line"};
    for (const std::string& symbol : std::vector<std::string>(all)) {
        all.push_back(symbol + "+" + steps);
        all.push_back(symbol + "-" + steps);
    }
    return all;
}

template <class Make>
void check_refused(const std::string& target, Make make) {
    CAPTURE(target);
    try {
        (void)make();
        FAIL("it is planned");
    } catch (const error& refused) {
        REQUIRE(refused.code() == error_code::unknown_target);
        REQUIRE(std::string(refused.what()).find("nosuch") != std::string::npos);
    }
}

/// A branch that does not exist is refused by every verb, whatever stands behind it and wherever it is.
void check_unknown_branch(random_bits& random) {
    std::vector<spelled_revision> revisions = random_revisions(random);
    revisions[below(random, revisions.size())].labels = "line";
    const made_history made(revisions);
    const history h = made;
    const reference truth(h);
    const std::vector<std::string> rows = ids(h, truth.tips(truth.closure({below(random, h.count)})));
    for (const std::string& form : forms(random, h)) {
        const std::string target = "nosuch@" + form;
        check_refused(target, [&] { return plan_upgrade(h, rows, target); });
        check_refused(target, [&] { return plan_downgrade(h, rows, target); });
        check_refused(target, [&] { return plan_stamp(h, rows, {target}); });
    }
}

} // namespace

TEST_CASE("a branch that does not exist is refused in every form of a target over random histories") {
    for (std::uint32_t seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        random_bits random(seed);
        check_unknown_branch(random);
    }
}

TEST_CASE("plans over random histories keep the rows at the frontier and lead where they should") {
    for (std::uint32_t seed = 1; seed <= 4000; ++seed) {
        CAPTURE(seed); // printed when a check fails
        random_bits random(seed);
        check_history(random);
    }
}

} // namespace headway::tests
