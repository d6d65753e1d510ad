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

bool holds_all(const std::vector<bool>& all, const std::vector<bool>& some) {
    for (std::size_t index = 0; index < all.size(); ++index)
        if (some[index] && !all[index]) return false;
    return true;
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

bool each_database(const graph& history, const preparation& prepare, diagnostics& found,
                   const std::function<void(std::uint32_t, SQLite::Database&)>& each) {
    std::optional<replay> state;
    std::vector<bool> done;
    for (std::uint32_t index = 0; index < history.revisions.size(); ++index) {
        const std::vector<bool> wanted = with_ancestors(history, {index});
        if (!state || !holds_all(wanted, done)) {
            state.emplace(prepare);
            done.assign(wanted.size(), false);
        }
        for (std::size_t at = 0; at <= index; ++at)
            if (wanted[at] && !done[at] && !run(*state, history.revisions[at].from.up, found)) return false;
        done = wanted;
        each(index, state->database());
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
