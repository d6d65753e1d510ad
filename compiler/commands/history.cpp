#include "commands/absent_database.hpp"
#include "commands/format.hpp"
#include "commands/json.hpp"
#include "commands/over_project.hpp"
#include "project/database.hpp"
#include "project/range.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

struct history_request {
    settings_flags where;
    std::string range = ":";
    bool verbose = false;
    bool indicate_current = false;
    bool json = false;
};

/// One write for all lines: a history may have tens of thousands.
std::string render_lines(const annotations& notes, const std::vector<std::uint32_t>& revisions,
                         const std::vector<std::string>& rows, bool verbose, bool colour) {
    const line_style style{
        .parents = true, .labels = true, .points = true, .summary = true, .colour = colour};
    std::string text;
    for (const std::uint32_t revision : revisions) {
        const std::string& id = notes.of().revisions[revision].from.id.text;
        const bool current = std::find(rows.begin(), rows.end(), id) != rows.end();
        text +=
            verbose ? render_block(notes, revision, current) : render_line(notes, revision, style, current);
        text += '\n';
    }
    return text;
}

int print_history(const history_request& request, const project& of, const shell& io) {
    const bool looks = request.indicate_current || needs_rows(request.range);
    if (looks) mention_absence(of.from, io);
    const std::vector<std::string> rows = looks ? read_rows(of) : std::vector<std::string>{};
    const std::vector<std::uint32_t> revisions = select_range(of.packed(), request.range, rows);
    const annotations notes(of.history);
    const bool marks = request.indicate_current;
    if (request.json)
        fmt::print(io.out, "{}", revisions_json(notes, revisions, marks ? &rows : nullptr));
    else
        fmt::print(io.out, "{}",
                   render_lines(notes, revisions, marks ? rows : std::vector<std::string>{}, request.verbose,
                                io.colour));
    return 0;
}

work declare_history(arguments& add) {
    const auto request = std::make_shared<history_request>();
    add.option("-r,--rev-range", "START:END", request->range,
               "Only these revisions; either end may be missing, a revision, a label, head, base, current, "
               "or a step: -3 before the end, +3 after the start");
    add.flag("-v,--verbose", request->verbose, "Print a block about each");
    add.flag("-i,--indicate-current", request->indicate_current, "Mark where the database is");
    add.flag("--json", request->json, "Print JSON");
    add.project(request->where);
    add.database(request->where);
    return over_project(request->where, [request](const project& of, const shell& io) {
        return print_history(*request, of, io);
    });
}

constexpr example history_examples[] = {
    {"headway history -i --database app.db", "All revisions, newest first, with the database's marked"},
    {"headway history -r current:head", "What the database lacks, and where it is"},
    {"headway history -r -3:current", "Where the database is, and the three revisions before that"},
    {"headway history -r 001:+2", "001 and the two revisions after it"},
};

} // namespace

const verb history_verb{{"history", "Print the revisions, newest first", "", history_examples},
                        declare_history};

} // namespace headway::compiler
