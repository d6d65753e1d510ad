#include "commands/format.hpp"
#include "commands/json.hpp"
#include "commands/over_project.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

struct branches_request {
    settings_flags where;
    bool verbose = false;
    bool json = false;
};

void print_branch_point(const annotations& notes, std::uint32_t revision, const branches_request& request,
                        const shell& io) {
    const line_style style{.labels = true, .points = true, .summary = request.verbose, .colour = io.colour};
    fmt::print(io.out, "{}\n",
               request.verbose
                   ? render_block(notes, revision)
                   : render_line(notes, revision, {.labels = true, .points = true, .colour = io.colour}));
    const std::string& id = notes.of().revisions[revision].from.id.text;
    for (const std::uint32_t child : notes.children(revision))
        fmt::print(io.out, "{:{}} -> {}\n", "", id.size(), render_line(notes, child, style));
    fmt::print(io.out, "\n");
}

int branches(const branches_request& request, const project& of, const shell& io) {
    const annotations notes(of.history);
    std::vector<std::uint32_t> points;
    for (auto i = static_cast<std::uint32_t>(of.history.revisions.size()); i-- > 0;)
        if (notes.is_branch_point(i)) points.push_back(i);
    if (request.json)
        fmt::print(io.out, "{}", revisions_json(notes, points, nullptr));
    else
        for (const std::uint32_t point : points)
            print_branch_point(notes, point, request, io);
    return 0;
}

work declare_branches(arguments& add) {
    const auto request = std::make_shared<branches_request>();
    add.flag("-v,--verbose", request->verbose, "Print a block about each");
    add.flag("--json", request->json, "Print JSON");
    add.project(request->where);
    return over_project(request->where,
                        [request](const project& of, const shell& io) { return branches(*request, of, io); });
}

constexpr example branches_examples[] = {
    {"headway branches", "Where the history parts, and into what"},
};

} // namespace

const verb branches_verb{
    {"branches", "Print the revisions that several others revise", "", branches_examples}, declare_branches};

} // namespace headway::compiler
