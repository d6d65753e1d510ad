#include "headway/plan.hpp"

#include "headway/error.hpp"
#include "plan/target.hpp"
#include "plan/walk.hpp"
#include "text.hpp"

#include <algorithm>

namespace headway {
using namespace detail;
namespace {

using indexes = std::vector<std::uint32_t>;

/// A plan that carries out `steps` on a database at `before`.
plan planned(const frontier& before, std::vector<step> steps) {
    frontier state = before;
    for (const step& next : steps) {
        state.advance(next);
    }
    return {std::move(steps), before.rows(), state.rows(), before};
}

/// The revisions of which all ancestors are to be applied.
indexes destinations(const history& h, const target& wanted, const indexes& rows) {
    const resolver find(h);
    if (!wanted.steps) {
        indexes found = find.named(wanted);
        refuse_overlap(h, found, edge_kind::all);
        return found;
    }
    if (wanted.symbol.empty() && wanted.back && *wanted.steps != 0) {
        if (wanted.branch)
            static_cast<void>(find.revision(*wanted.branch)); // a misspelt one is the first mistake
        throw error(error_code::invalid_target,
                    joined({"Relative revision ", wanted.whole,
                            " goes back, and only a downgrade does\nName the revision."}));
    }
    if (wanted.symbol.empty() && *wanted.steps == 0) fail_too_few(wanted);
    const std::uint32_t goal = wanted.symbol.empty() ? find.ahead(wanted, rows) : find.walked(wanted);
    return goal == no_revision ? indexes{} : indexes{goal};
}

/// `-N`: the newest N of what is applied.
std::vector<step> newest(const history& h, const target& wanted, const indexes& rows) {
    const resolver find(h);
    if (frontier(h, rows).rows().size() > 1) {
        throw error(
            error_code::ambiguous_target,
            joined({"Ambiguous downgrade from multiple current revisions: ", find.list(rows),
                    "\nName the revision to go back to, or a branch: '<branch>@", wanted.whole, "'."}));
    }
    indexes applied = members_of(with_ancestors(h, set_of(h, rows), edge_kind::all));
    const auto count = static_cast<std::size_t>(*wanted.steps);
    if (count == 0 || count > applied.size()) fail_too_few(wanted);
    std::vector<step> steps;
    for (std::size_t taken = 0; taken < count; ++taken, applied.pop_back()) {
        steps.push_back({applied.back(), direction::down});
    }
    return steps;
}

/// What a downgrade leads to: back to `goal`, dropping `roots` and what descends from them.
struct descent {
    std::uint32_t goal;
    indexes roots;
};

descent descent_to(const history& h, const target& wanted, const indexes& rows) {
    const resolver find(h);
    std::uint32_t goal = no_revision;
    if (!wanted.steps) {
        goal = find.named_one(wanted); // Alembic looks at the branch only where lines part
    } else if (!wanted.symbol.empty()) {
        goal = find.walked(wanted);
    } else {
        goal = find.behind(wanted, rows);
    }
    indexes roots = children_index(h).of(goal);
    if (wanted.branch && roots.size() > 1) {
        const std::uint32_t branch = find.revision(*wanted.branch);
        roots = within(roots, with_ancestors(h, set_of(h, {branch}), edge_kind::revises));
        if (roots.empty()) {
            throw error(error_code::invalid_target,
                        joined({"Not a valid downgrade target from current heads: branch '", *wanted.branch,
                                "' begins at or below it\nName the revision without the branch."}));
        }
    }
    return {goal, roots};
}

} // namespace

plan plan_upgrade(const history& h, const std::vector<std::string>& row_ids, std::string_view text) {
    const indexes rows = resolver(h).rows(row_ids);
    const indexes wanted = destinations(h, parse_target(text), rows);
    const revision_set needed = with_ancestors(h, set_of(h, wanted), edge_kind::all);
    const frontier before(h, rows);
    std::vector<step> steps;
    for (std::uint32_t index = 0; index < h.count; ++index) {
        if (needed[index] != 0 && !before.applied(index)) steps.push_back({index, direction::up});
    }
    return planned(before, std::move(steps));
}

plan plan_downgrade(const history& h, const std::vector<std::string>& row_ids, std::string_view text) {
    const target wanted = parse_target(text);
    const indexes rows = resolver(h).rows(row_ids);
    if (wanted.symbol.empty() && !wanted.branch && wanted.back) {
        return planned(frontier(h, rows), newest(h, wanted, rows));
    }
    if (wanted.symbol.empty() && (!wanted.back || *wanted.steps == 0)) fail_too_few(wanted);

    const descent down = descent_to(h, wanted, rows);
    const frontier before(h, rows);
    const revision_set dropped = with_descendants(h, set_of(h, down.roots), edge_kind::all);
    std::vector<step> steps;
    for (std::uint32_t index = h.count; index-- > 0;) {
        if (dropped[index] != 0 && before.applied(index)) steps.push_back({index, direction::down});
    }
    const bool is_there =
        down.goal == no_revision || std::find(rows.begin(), rows.end(), down.goal) != rows.end();
    if (steps.empty() && !is_there) {
        throw error(
            error_code::invalid_target,
            joined({"Destination ", text,
                    " is not a valid downgrade target from current head(s)\nThe "
                    "database is at ",
                    (rows.empty() ? "base" : resolver(h).list(rows)), ", which does not descend from it."}));
    }
    return planned(before, std::move(steps));
}

plan plan_stamp(const history& h, const std::vector<std::string>& row_ids,
                const std::vector<std::string_view>& targets) {
    const resolver find(h);
    const indexes rows = find.rows(row_ids);
    indexes wanted;
    revision_set related(h.count, 0);
    for (const std::string_view text : targets) {
        const target one = parse_target(text);
        const indexes found = destinations(h, one, rows);
        wanted.insert(wanted.end(), found.begin(), found.end());
        indexes touched = found;
        if (found.empty() && one.branch) touched.push_back(find.revision(*one.branch));
        if (found.empty() && !one.branch) related.assign(h.count, 1);
        const revision_set below = with_ancestors(h, set_of(h, touched), edge_kind::all);
        const revision_set above = with_descendants(h, set_of(h, touched), edge_kind::all);
        for (std::uint32_t index = 0; index < h.count; ++index) {
            related[index] |= static_cast<char>(below[index] | above[index]);
        }
    }
    refuse_overlap(h, wanted, edge_kind::all);
    const frontier before(h, rows);
    for (const std::uint32_t row : rows) {
        if (related[row] == 0) wanted.push_back(row);
    }
    return {{}, before.rows(), frontier(h, wanted).rows(), before};
}

} // namespace headway
