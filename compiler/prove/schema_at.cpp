#include "prove/schema_at.hpp"

#include "prove/replay.hpp"

#include <utility>

namespace headway::compiler {
namespace {

schema read_yield(replay& state) {
    return read_schema(state.database(), {"alembic_version", "headway_log"});
}

/// Whether the section could be run; otherwise says why.
bool run(replay& state, const section& script, diagnostics& found) {
    auto failed = state.run(script);
    if (failed)
        found.add(failed->id, std::move(failed->where), std::move(failed->message)).notes =
            std::move(failed->notes);
    return !failed;
}

/// Which revisions are applied when these are. Parents have smaller indexes.
std::vector<bool> with_ancestors(const graph& history, const std::vector<std::uint32_t>& revisions) {
    std::vector<bool> applied(history.revisions.size());
    for (const std::uint32_t revision : revisions)
        applied[revision] = true;
    for (std::size_t index = applied.size(); index-- > 0;) {
        if (!applied[index]) continue;
        const linked_revision& of = history.revisions[index];
        for (const auto* parents : {&of.revises, &of.depends_on}) {
            for (const std::uint32_t parent : *parents)
                applied[parent] = true;
        }
    }
    return applied;
}

} // namespace

std::optional<schema> schema_at(const graph& history, const std::vector<std::uint32_t>& revisions,
                                const preparation& prepare, diagnostics& found) {
    replay state(prepare);
    const std::vector<bool> applied = with_ancestors(history, revisions);
    for (std::size_t index = 0; index < applied.size(); ++index) {
        if (applied[index] && !run(state, history.revisions[index].from.up, found)) return std::nullopt;
    }
    return read_yield(state);
}

std::optional<schema> schema_of(const std::shared_ptr<const source_text>& script, const preparation& prepare,
                                diagnostics& found) {
    replay state(prepare);
    if (!run(state, {{script, 0, script->text.size()}}, found)) return std::nullopt;
    return read_yield(state);
}

} // namespace headway::compiler
