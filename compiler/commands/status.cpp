#include "project/status.hpp"
#include "apply/adopt.hpp"
#include "commands/format.hpp"
#include "commands/json.hpp"
#include "commands/over_project.hpp"
#include "diagnostics/shown.hpp"
#include "project/database.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

struct status_request {
    settings_flags where;
    bool json = false;
};

std::string list_lines(const graph& of, const std::vector<std::uint32_t>& revisions) {
    constexpr std::size_t most = 10;
    if (revisions.empty()) return "none\n";
    std::string text;
    for (std::size_t i = 0; i < std::min(most, revisions.size()); ++i) {
        const source& from = of.revisions[revisions[i]].from;
        text += fmt::format("{}{}, {}\n", i == 0 ? "" : "              ", from.id.text, from.summary);
    }
    if (revisions.size() > most)
        text += fmt::format("              and {} more: `headway upgrade heads --plan` lists them\n",
                            revisions.size() - most);
    return text;
}

std::string describe_lock(lock_state state) {
    switch (state) {
    case lock_state::current:
        return "up to date";
    case lock_state::missing:
        return "there is none yet: run `headway lock`, and commit it";
    case lock_state::stale:
        return "does not fit the migrations: `headway check` says why";
    }
    return "";
}

std::string render_status(const project& of, const project_status& status) {
    const graph& history = of.history;
    std::string text =
        fmt::format("migrations    {}: {}\n", shown(of.from.directory.string()),
                    history.revisions.empty() ? "no revisions yet"
                                              : fmt::format("{} revisions, head {}", history.revisions.size(),
                                                            list_ids(history, history.heads)));
    text += fmt::format("lock file     {}\n", describe_lock(status.lock));
    if (status.database.empty())
        text += "database      none is named: --database, HEADWAY_DATABASE or headway.toml\n";
    else
        text += fmt::format("database      {} is at {}{}\n", shown(status.database), describe(status.place),
                            database_exists(of.from) ? "" : ", and is not there yet");
    if (!status.adopted.empty())
        text += fmt::format("taken over    {} {}, as soon as it is upgraded\n",
                            status.adopted == detail::schema_tool ? "by" : "from", status.adopted);
    for (const std::string& row : status.place.unknown)
        text += fmt::format("unknown       {}: the database is newer than these migrations, or another "
                            "program's\n",
                            shown(row));
    if (!status.database.empty() && status.place.unknown.empty()) {
        text += "pending       " + list_lines(history, status.pending);
        text += "irreversible  " + list_lines(history, status.irreversible);
        if (!status.passed_over.empty()) text += "passed over   " + list_lines(history, status.passed_over);
        if (!status.crossed.empty()) text += "crossed       " + list_lines(history, status.crossed);
    }
    return text + "edited        " + list_lines(history, status.edited);
}

int print_status(const status_request& request, const project& of, const shell& io) {
    const project_status status = look_at(of);
    fmt::print(io.out, "{}", request.json ? status_json(of.history, status) : render_status(of, status));
    return 0;
}

work declare_status(arguments& add) {
    const auto request = std::make_shared<status_request>();
    add.flag("--json", request->json, "Print JSON");
    add.project(request->where);
    add.database(request->where);
    return over_project(request->where, [request](const project& of, const shell& io) {
        return print_status(*request, of, io);
    });
}

constexpr example status_examples[] = {
    {"headway status --database app.db", "Before an upgrade: what would happen, and could it be undone?"},
};

} // namespace

const verb status_verb{
    {"status", "Print how the project and its database are, on one screen",
     "Irreversible are those pending revisions that no downgrade could take back. Edited are "
     "revisions that are not as they were applied or locked. Passed over are revisions that were never "
     "applied although what is applied descends from them today.",
     status_examples},
    declare_status};

} // namespace headway::compiler
