#include "project/log.hpp"
#include "commands/absent_database.hpp"
#include "commands/arguments.hpp"
#include "commands/json.hpp"
#include "diagnostics/shown.hpp"
#include "project/opened_database.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace headway::compiler {
namespace {

struct log_request {
    settings_flags where;
    bool json = false;
};

std::string render(const log_line& line) {
    return shown(fmt::format("{} {:<9} {} by {} {}", line.started, line.operation, line.revision,
                             line.application, line.application_version)) +
           "\n";
}

int print_log(const log_request& request, const shell& io) {
    const settings from = find_settings(request.where);
    mention_absence(from, io);
    std::vector<log_line> lines = open_any(from, access::look)->read_log(from);
    std::reverse(lines.begin(), lines.end());
    if (request.json) fmt::print(io.out, "{}", log_json(lines));
    for (const log_line& line : request.json ? std::vector<log_line>{} : lines)
        fmt::print(io.out, "{}", render(line));
    return 0;
}

work declare_log(arguments& add) {
    const auto request = std::make_shared<log_request>();
    add.flag("--json", request->json, "Print JSON, with durations, checksums and versions");
    add.project(request->where);
    add.database(request->where);
    return [request](const shell& io) { return print_log(*request, io); };
}

constexpr example log_examples[] = {
    {"headway log --database app.db", "Which application applied what, and when"},
};

} // namespace

const verb log_verb{
    {"log", "Print what has been applied to the database, newest first",
     "The runtime keeps this trail in the table headway_log, one for all histories of a file. "
     "Printed is what was done to the history with this --version-table.",
     log_examples},
    declare_log};

} // namespace headway::compiler
