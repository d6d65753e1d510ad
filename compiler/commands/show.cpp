#include "commands/format.hpp"
#include "commands/json.hpp"
#include "commands/over_project.hpp"
#include "project/target.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

struct show_request {
    settings_flags where;
    std::string target;
    bool json = false;
};

int show(const show_request& request, const project& of, const shell& io) {
    const std::vector<std::uint32_t> found = find_revisions(of, request.target);
    const annotations notes(of.history);
    if (request.json) fmt::print(io.out, "{}", revisions_json(notes, found, nullptr));
    for (const std::uint32_t revision : request.json ? std::vector<std::uint32_t>{} : found)
        fmt::print(io.out, "{}\n", render_block(notes, revision));
    return 0;
}

work declare_show(arguments& add) {
    const auto request = std::make_shared<show_request>();
    add.one("REVISION", request->target,
            "A revision, the beginning of one, a branch label, head, heads, current, REVISION-N");
    add.flag("--json", request->json, "Print JSON");
    add.project(request->where);
    add.database(request->where);
    return over_project(request->where,
                        [request](const project& of, const shell& io) { return show(*request, of, io); });
}

constexpr example show_examples[] = {
    {"headway show head", "What is the newest revision about?"},
    {"headway show 122b", "The beginning of an id is enough"},
};

} // namespace

const verb show_verb{{"show", "Print a block about a revision", "", show_examples}, declare_show};

} // namespace headway::compiler
