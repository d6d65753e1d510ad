#include "prove/schema_at.hpp"

#include "prove/replay.hpp"

#include <algorithm>
#include <stdexcept>
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
    if (history.of != engine::sqlite)
        throw std::runtime_error(
            "the migrations are for PostgreSQL, and schemas are found out by SQLite alone\n"
            "pg_dump --schema-only prints that of a database.");
    replay state(prepare);
    const std::vector<bool> applied = with_ancestors(history, revisions);
    for (std::size_t index = 0; index < applied.size(); ++index) {
        if (applied[index] && !run(state, history.revisions[index].from.up, found)) return std::nullopt;
    }
    return read_yield(state);
}

bool each_schema(const graph& history, const preparation& prepare, diagnostics& found,
                 const std::function<void(std::uint32_t, const schema&)>& each) {
    replay state(prepare);
    schema_reader reader({"alembic_version", "headway_log"});
    bool is_chain = true; // so far each revision has all before it for ancestors
    for (std::uint32_t index = 0; index < history.revisions.size(); ++index) {
        const std::vector<bool> applied = with_ancestors(history, {index});
        is_chain =
            is_chain && std::all_of(applied.begin(), applied.begin() + index, [](bool one) { return one; });
        if (is_chain) {
            if (!run(state, history.revisions[index].from.up, found)) return false;
            each(index, reader.read(state.database()));
        } else if (const auto yielded = schema_at(history, {index}, prepare, found)) {
            each(index, *yielded);
        } else {
            return false;
        }
    }
    return true;
}

std::optional<schema> schema_of(const std::shared_ptr<const source_text>& script, const preparation& prepare,
                                diagnostics& found) {
    replay state(prepare);
    if (!run(state, {{script, 0, script->text.size()}}, found)) return std::nullopt;
    return read_yield(state);
}

} // namespace headway::compiler
