#include "commands/absent_database.hpp"
#include "commands/format.hpp"
#include "commands/json.hpp"
#include "commands/over_project.hpp"
#include "diagnostics/shown.hpp"
#include "project/database.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

struct current_request {
    settings_flags where;
    bool verbose = false;
    bool check_heads = false;
    bool json = false;
};

/// The rows, and what they depend on beside their own branches: applied revisions that no applied one
/// revises.
std::vector<std::uint32_t> effective_rows(const annotations& notes, const std::vector<std::uint32_t>& rows) {
    std::vector<char> applied(notes.of().revisions.size());
    for (const std::uint32_t row : rows)
        applied[row] = 1;
    std::vector<std::uint32_t> effective;
    for (auto i = static_cast<std::uint32_t>(applied.size()); i-- > 0;) {
        if (applied[i] == 0) continue;
        const linked_revision& revision = notes.of().revisions[i];
        for (const auto* parents : {&revision.revises, &revision.depends_on})
            for (const std::uint32_t parent : *parents)
                applied[parent] = 1;
        const auto children = notes.children(i);
        if (std::none_of(children.begin(), children.end(), [&](auto child) { return applied[child] != 0; }))
            effective.push_back(i);
    }
    return effective;
}

void print_lines(const graph& history, const whereabouts& place, const current_request& request,
                 const std::string& database, const shell& io) {
    const annotations notes(history);
    if (request.verbose) fmt::print(io.out, "Current revision(s) for {}:\n", shown(database));
    for (const std::uint32_t row : effective_rows(notes, place.known))
        fmt::print(io.out, "{}\n",
                   request.verbose ? render_block(notes, row)
                                   : render_line(notes, row, {.points = true, .colour = io.colour}));
}

int print_current(const current_request& request, const project& of, const shell& io) {
    mention_absence(of.from, io);
    const whereabouts place = locate(of.history, read_rows(of));
    if (request.json)
        fmt::print(io.out, "{}", whereabouts_json(place));
    else
        print_lines(of.history, place, request, of.from.database, io);
    std::fflush(io.out); // what follows goes to another stream
    for (const std::string& row : place.unknown)
        fmt::print(io.err,
                   "headway: Can't locate revision identified by '{}'\nThe database is newer than these "
                   "migrations, or another program's.\n",
                   shown(row));
    if (!place.unknown.empty()) return 1;
    if (!request.check_heads || place.at_head) return 0;
    fmt::print(io.err,
               "headway: Database is not on all head revisions\n`headway upgrade heads` takes it there.\n");
    return 1;
}

work declare_current(arguments& add) {
    const auto request = std::make_shared<current_request>();
    add.flag("-v,--verbose", request->verbose, "Print a block about each");
    add.flag("--check-heads", request->check_heads, "Exit with 1 unless the database is at the head");
    add.flag("--json", request->json, "Print JSON");
    add.project(request->where);
    add.database(request->where);
    return over_project(request->where, [request](const project& of, const shell& io) {
        return print_current(*request, of, io);
    });
}

constexpr example current_examples[] = {
    {"headway current --database app.db", "Where the database is; prints nothing if it is at the base"},
    {"headway current --check-heads", "For scripts: is there anything to do?"},
};

} // namespace

const verb current_verb{{"current", "Print the revisions that the database is at", "", current_examples},
                        declare_current};

} // namespace headway::compiler
