#include "commands/format.hpp"
#include "commands/json.hpp"
#include "commands/over_project.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

struct heads_request {
    settings_flags where;
    bool verbose = false;
    bool resolve_dependencies = false;
    bool json = false;
};

int heads(const heads_request& request, const project& of, const shell& io) {
    const annotations notes(of.history);
    std::vector<std::uint32_t> heads(of.history.heads.rbegin(), of.history.heads.rend());
    if (request.resolve_dependencies) std::erase_if(heads, [&](auto head) { return notes.is_needed(head); });
    if (request.json) fmt::print(io.out, "{}", revisions_json(notes, heads, nullptr));
    for (const std::uint32_t head : request.json ? std::vector<std::uint32_t>{} : heads)
        fmt::print(io.out, "{}\n",
                   request.verbose ? render_block(notes, head)
                                   : render_line(notes, head, {.labels = true, .colour = io.colour}));
    return 0;
}

work declare_heads(arguments& add) {
    const auto request = std::make_shared<heads_request>();
    add.flag("-v,--verbose", request->verbose, "Print a block about each");
    add.flag("--resolve-dependencies", request->resolve_dependencies,
             "Leave out heads that another revision depends on");
    add.flag("--json", request->json, "Print JSON");
    add.project(request->where);
    return over_project(request->where,
                        [request](const project& of, const shell& io) { return heads(*request, of, io); });
}

constexpr example heads_examples[] = {
    {"headway heads", "One line per head; more than one call for `headway merge heads`"},
};

} // namespace

const verb heads_verb{
    {"heads", "Print the heads, which are the revisions that no other revises", "", heads_examples},
    declare_heads};

} // namespace headway::compiler
