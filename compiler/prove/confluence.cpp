#include "prove/confluence.hpp"

#include "read/place.hpp"
#include "schema/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace headway::compiler {
namespace {

std::vector<std::uint32_t> parents_of(const linked_revision& of) {
    std::vector<std::uint32_t> all = of.revises;
    all.insert(all.end(), of.depends_on.begin(), of.depends_on.end());
    return all;
}

/// Walks from the parents of a merge point back to where all they have is shared.
class ancestry {
public:
    ancestry(const graph& history, const std::vector<std::uint32_t>& parents)
        : history_(history), everybody_(parents.size()) {
        for (std::size_t branch = 0; branch < parents.size(); ++branch)
            reach(parents[branch], std::vector<bool>(everybody_)).at(branch) = true;
    }

    void walk(merge_point& into);

private:
    using branches = std::vector<bool>;
    branches& reach(std::uint32_t revision, branches by) {
        branches& known = pending_.try_emplace(revision, everybody_).first->second;
        for (std::size_t branch = 0; branch < everybody_; ++branch)
            known[branch] = known[branch] || by[branch];
        return known;
    }
    [[nodiscard]] bool is_shared(const branches& by) const {
        return std::find(by.begin(), by.end(), false) == by.end();
    }
    [[nodiscard]] bool all_shared() const {
        return std::all_of(pending_.begin(), pending_.end(),
                           [&](const auto& each) { return is_shared(each.second); });
    }

    const graph& history_;
    std::size_t everybody_;
    std::map<std::uint32_t, branches, std::greater<>> pending_; ///< The newest first.
};

void ancestry::walk(merge_point& into) {
    std::vector<std::pair<std::uint32_t, branches>> own;
    while (!pending_.empty()) {
        if (all_shared() && (own.empty() || pending_.begin()->first < own.back().first)) break;
        const auto [revision, by] = *pending_.begin();
        pending_.erase(pending_.begin());
        for (const std::uint32_t parent : parents_of(history_.revisions[revision]))
            reach(parent, by);
        if (is_shared(by)) {
            into.common.push_back(revision);
        } else {
            own.emplace_back(revision, by);
        }
    }
    if (own.empty()) return;
    into.first = own.back().first;
    std::erase_if(into.common, [&](std::uint32_t each) { return each < into.first; });
    std::reverse(into.common.begin(), into.common.end());
    std::reverse(own.begin(), own.end());
    const auto list = [&](std::vector<std::uint32_t>& order, auto chosen) {
        std::stable_sort(own.begin(), own.end(), [&](const auto& a, const auto& b) {
            return chosen(a.second) != chosen(b.second) ? chosen(a.second) < chosen(b.second)
                                                        : a.first < b.first;
        });
        for (const auto& each : own)
            order.push_back(each.first);
    };
    list(into.forwards,
         [](const branches& by) { return std::find(by.begin(), by.end(), true) - by.begin(); });
    list(into.backwards,
         [](const branches& by) { return std::find(by.rbegin(), by.rend(), true) - by.rbegin(); });
}

location place_of(const source& of) {
    if (of.revises.size() > 1) return {of.file, of.revises.front().where.begin, of.revises.back().where.end};
    return of.depends_on.empty() ? of.id.where : of.depends_on.front().where;
}

/// Applies revisions; the finding of the one that fails.
std::optional<finding> apply(const graph& history, const std::vector<std::uint32_t>& order, replay& state) {
    for (const std::uint32_t each : order) {
        if (auto failed = state.run_inside(history.revisions[each].from.up)) return failed;
    }
    return std::nullopt;
}

struct ending {
    std::optional<finding> failed;
    schema reached;
};

ending try_order(const graph& history, const merge_point& at, const std::vector<std::uint32_t>& order,
                 replay& state, schema_reader reader) {
    const replay::savepoint start = state.save();
    ending result{apply(history, at.common, state), {}};
    if (!result.failed) result.failed = apply(history, order, state);
    if (!result.failed) result.reached = reader.read(state.database());
    state.restore(start);
    return result;
}

/// A few ids, in the order in which they were applied.
std::string list_ids(const graph& history, const std::vector<std::uint32_t>& order) {
    constexpr std::size_t most = 8;
    std::vector<std::string_view> ids;
    for (std::size_t at = 0; at < std::min(order.size(), most); ++at)
        ids.push_back(history.revisions[order[at]].from.id.text);
    return fmt::format("{}{}", fmt::join(ids, ", "), order.size() > most ? ", …" : "");
}

finding describe_failed_order(const graph& history, const merge_point& at,
                              const std::vector<std::uint32_t>& order, finding failed) {
    failed.id = rule::confluence;
    failed.message = fmt::format("this fails where the other branch is not applied yet: {}", failed.message);
    const source& merge = history.revisions[at.revision].from;
    failed.notes = {
        {place_of(merge),
         fmt::format("the branches merge here; applied in the order {} they fail", list_ids(history, order))},
        {{}, "name the revision that this one needs in its header: -- Depends on: <revision>"}};
    return failed;
}

finding describe_difference(const graph& history, const merge_point& at,
                            const std::vector<difference>& differences) {
    const bool only_order = std::all_of(differences.begin(), differences.end(), [](const difference& each) {
        return each.kind == difference_kind::column_order;
    });
    finding result{only_order ? rule::column_order : rule::confluence,
                   place_of(history.revisions[at.revision].from),
                   "the branches that merge here give different schemas in different orders",
                   {}};
    for (const difference& each : differences) {
        for (std::string& line : describe(each, {.missing = "exists only in the first order",
                                                .extra = "exists only in the second order",
                                                .column_order = "has its columns in another order"}))
            result.notes.push_back({{}, std::move(line)});
    }
    result.notes.push_back({{}, "the first order is " + list_ids(history, at.forwards)});
    result.notes.push_back({{}, "the second order is " + list_ids(history, at.backwards)});
    return result;
}

} // namespace

std::vector<merge_point> find_merge_points(const graph& history) {
    std::vector<merge_point> found;
    for (std::uint32_t index = 0; index < history.revisions.size(); ++index) {
        const auto parents = parents_of(history.revisions[index]);
        if (parents.size() < 2) continue;
        merge_point at{index, index, {}, {}, {}};
        ancestry(history, parents).walk(at);
        if (at.forwards != at.backwards) found.push_back(std::move(at));
    }
    return found;
}

findings prove_confluence(const graph& history, const merge_point& at, replay& state,
                          const schema_reader& reader) {
    ending first = try_order(history, at, at.forwards, state, reader);
    ending second = try_order(history, at, at.backwards, state, reader);
    findings found;
    for (auto* each : {&first, &second}) {
        if (each->failed)
            found.push_back(describe_failed_order(history, at, each == &first ? at.forwards : at.backwards,
                                                  std::move(*each->failed)));
    }
    if (!found.empty()) return found;
    const auto differences = compare(first.reached, second.reached);
    if (!differences.empty()) found.push_back(describe_difference(history, at, differences));
    return found;
}

} // namespace headway::compiler
