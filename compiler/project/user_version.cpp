#include "project/user_version.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

std::string pragma_behind(std::uint32_t version) {
    return fmt::format("\n;PRAGMA user_version = {};", version);
}

void refuse_step(const section& of, const source& from, std::string_view why, diagnostics& found) {
    diagnostic& said =
        found.add(rule::header, of.marker.file ? of.marker : location{from.file, 0, 0},
                  fmt::format("revision '{}' cannot keep user_version in step: {}", from.id.text, why));
    said.notes.push_back({{}, "declare `-- User version:` in a revision of its own behind it"});
}

} // namespace

void keep_user_version(graph& history, diagnostics& found) {
    std::vector<std::uint32_t> reached(history.revisions.size());
    bool any = false;
    for (std::size_t index = 0; index < history.revisions.size(); ++index) {
        linked_revision& each = history.revisions[index];
        std::uint32_t before = 0;
        for (const auto* parents : {&each.revises, &each.depends_on})
            for (const std::uint32_t parent : *parents)
                before = std::max(before, reached[parent]);
        const std::uint32_t after = each.from.user_version.value_or(before);
        reached[index] = after;
        any = any || each.from.user_version;
        if (after == before) continue;
        for (section* part : {&each.from.up, &each.from.down})
            if (!part->transaction)
                refuse_step(*part, each.from, "its section runs without a transaction", found);
        if (each.from.code) refuse_step(each.from.up, each.from, "it is written in C++", found);
        each.from.up.behind = pragma_behind(after);
        if (!each.from.irreversible) each.from.down.behind = pragma_behind(before);
    }
    if (!any && !history.revisions.empty())
        found.add(rule::header, history.revisions.back().from.id.where,
                  "no revision says which user_version it is: write `-- User version: N` into the headers, "
                  "or number the files of another layout up to 2147483647");
}

} // namespace headway::compiler
