#include "commands/database.hpp"
#include "commands/format.hpp"
#include "commands/json.hpp"
#include "commands/project.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace headway {
namespace {

struct current_request {
    settings_flags where;
    bool verbose = false;
    bool check_heads = false;
    bool json = false;
};

using ids = std::map<std::string_view, std::uint32_t>;

ids index_ids(const graph& of) {
    ids known;
    for (std::uint32_t i = 0; i < of.revisions.size(); ++i)
        known.emplace(of.revisions[i].from.id.text, i);
    return known;
}

position_in_history locate(const graph& of, const ids& known, const std::vector<std::string>& rows) {
    position_in_history place{rows, {}, {}, false};
    for (const std::uint32_t head : of.heads)
        place.heads.push_back(of.revisions[head].from.id.text);
    std::sort(place.heads.begin(), place.heads.end());
    for (const std::string& row : rows)
        if (!known.contains(row)) place.unknown.push_back(row);
    place.at_head = place.rows == place.heads;
    return place;
}

void print_rows(const annotations& notes, const ids& known, const position_in_history& place, bool verbose,
                const shell& io) {
    for (const std::string& row : place.rows) {
        const auto found = known.find(row);
        if (found == known.end()) continue;
        fmt::print(io.out, "{}\n",
                   verbose ? render_block(notes, found->second)
                           : render_line(notes, found->second, {.points = true, .colour = io.colour}));
    }
}

int print_current(const current_request& request, const shell& io) {
    const auto loaded = load_project(request.where, io);
    if (!loaded) return 1;
    const ids known = index_ids(loaded->history);
    const position_in_history place = locate(loaded->history, known, read_rows(loaded->from));
    if (request.json)
        fmt::print(io.out, "{}", position_json(place));
    else {
        if (request.verbose) fmt::print(io.out, "Current revision(s) for {}:\n", loaded->from.database);
        print_rows(annotations(loaded->history), known, place, request.verbose, io);
    }
    for (const std::string& row : place.unknown)
        fmt::print(io.err,
                   "headway: Can't locate revision identified by '{}'\nThe database is newer than these "
                   "migrations, or another program's.\n",
                   row);
    if (!place.unknown.empty()) return 1;
    if (!request.check_heads || place.at_head) return 0;
    fmt::print(io.err,
               "headway: Database is not on all head revisions\n`headway upgrade heads` takes it there.\n");
    return 1;
}

work declare(arguments& add) {
    const auto request = std::make_shared<current_request>();
    add.flag("-v,--verbose", request->verbose, "Print a block about each");
    add.flag("--check-heads", request->check_heads, "Exit with 1 unless the database is at the head");
    add.flag("--json", request->json, "Print JSON");
    add.project(request->where);
    add.database(request->where);
    return [request](const shell& io) { return print_current(*request, io); };
}

constexpr example examples[] = {
    {"headway current --database app.db", "Where the database is; prints nothing if it is at the base"},
    {"headway current --check-heads", "For scripts: is there anything to do?"},
};

} // namespace

const verb current_verb{"current", "Print the revisions that the database is at", "", examples, declare};

} // namespace headway
