#include "prove/earlier_merges.hpp"

#include "prove/confluence.hpp"
#include "prove/declared.hpp"
#include "prove/replay.hpp"
#include "schema/schema.hpp"

#include <stdexcept>
#include <utility>

namespace headway::compiler {
namespace {

void apply(const section& of, replay& state) {
    if (state.run(of)) throw std::runtime_error("a script that was proven before fails");
    state.remember(of);
}

} // namespace

void prove_earlier_merges(const graph& history, const prove_options& options,
                          const std::vector<const merge_point*>& merges,
                          const std::function<std::optional<checkpoint>(std::uint32_t count)>& find_kept,
                          std::vector<findings>& at_merge) {
    if (merges.empty()) return;
    replay state([&](SQLite::Database& database) { provide(options.declared, database); },
                 options.statement_limit);
    std::uint32_t index = merges.front()->first;
    for (; index > 0; --index) {
        auto kept = find_kept(index);
        if (!kept) continue;
        state.load(std::move(kept->image), kept->has_rows);
        break;
    }
    schema_reader reader({"alembic_version", "headway_log"});
    for (auto next = merges.begin(); next != merges.end(); ++index) {
        for (; next != merges.end() && (*next)->first == index; ++next) {
            static_cast<void>(reader.read(state.database()));
            at_merge[(*next)->revision] = prove_confluence(history, **next, state, reader);
        }
        apply(history.revisions[index].from.up, state);
        if (!options.rows.empty() && options.rows[index]) apply(*options.rows[index], state);
    }
}

} // namespace headway::compiler
