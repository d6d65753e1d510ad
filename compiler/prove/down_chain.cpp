#include "prove/down_chain.hpp"

#include "prove/replay.hpp"
#include "read/place.hpp"
#include "schema/compare.hpp"

#include <utility>

namespace headway::compiler {
namespace {

/// Where the chain of down sections ends.
std::size_t first_of_chain(const graph& history, const prove_options& options) {
    std::size_t first = history.revisions.size();
    while (first > 0 && !history.revisions[first - 1].from.irreversible &&
           (options.released.empty() || !options.released[first - 1]))
        --first;
    return first;
}

/// Whether the section could be run and was kept.
bool run_for_good(replay& state, const section& script, findings& found) {
    const replay::savepoint start = state.save();
    if (auto failed = state.run(script)) {
        failed->message += " (in the chain of down sections)";
        found.push_back(std::move(*failed));
        return false;
    }
    state.keep(start);
    state.remember(script);
    return true;
}

} // namespace

findings prove_down_chain(const graph& history, const prove_options& options) {
    findings found;
    const std::size_t first = first_of_chain(history, options);
    const std::size_t count = history.revisions.size();
    if (first == count) return found;
    replay state([&](SQLite::Database& database) { provide(options.declared, database); },
                 options.statement_limit);
    schema before;
    for (std::size_t index = 0; index < count; ++index) {
        if (index == first) before = read_schema(state.database(), {"alembic_version", "headway_log"});
        if (!run_for_good(state, history.revisions[index].from.up, found)) return found;
    }
    for (std::size_t index = count; index-- > first;)
        if (!run_for_good(state, history.revisions[index].from.down, found)) return found;
    const schema after = read_schema(state.database(), {"alembic_version", "headway_log"});
    const source& last = history.revisions[first].from;
    finding differs{rule::round_trip,
                    marker_of(last.down),
                    "the down sections, from the head back to this one, do not undo the up sections",
                    {}};
    for (const difference& each : compare(before, after))
        for (std::string& line : describe(each))
            differs.notes.push_back({{}, std::move(line)});
    if (!differs.notes.empty()) found.push_back(std::move(differs));
    return found;
}

} // namespace headway::compiler
