#include "prove/confluence.hpp"

#include "read/place.hpp"
#include "schema/compare.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {
namespace {

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
