#include "link/compatible.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

bool is_id(const linked_revision& revision, std::string_view id) {
    return revision.from.id.text == id;
}

/// Whether `ancestor` is one of what `child` descends from. Parents have smaller indexes than their children.
bool descends(const graph& history, std::uint32_t child, std::uint32_t ancestor) {
    std::vector<char> reached(child + std::size_t{1}, 0);
    reached[child] = 1;
    for (std::uint32_t at = child; at > ancestor; --at) {
        if (reached[at] == 0) continue;
        const linked_revision& revision = history.revisions[at];
        for (const auto* parents : {&revision.revises, &revision.depends_on}) {
            for (const std::uint32_t parent : *parents)
                reached[parent] = 1;
        }
    }
    return ancestor < child && reached[ancestor] != 0;
}

} // namespace

void check_compatible(const graph& history, diagnostics& found) {
    for (std::uint32_t index = 0; index < history.revisions.size(); ++index) {
        const source& from = history.revisions[index].from;
        if (!from.compatible_with) continue;
        const std::string& id = from.compatible_with->text;
        const auto named = std::find_if(history.revisions.begin(), history.revisions.end(),
                                        [&](const linked_revision& one) { return is_id(one, id); });
        if (named == history.revisions.end() && !history.complete) continue;
        const auto place = static_cast<std::uint32_t>(named - history.revisions.begin());
        if (named != history.revisions.end() && descends(history, index, place)) continue;
        found.add(rule::compatible_with, from.compatible_with->where,
                  fmt::format("'{}' says that it is compatible with '{}', which is no revision before it",
                              from.id.text, id));
    }
}

} // namespace headway::compiler
