#include "commands/status.hpp"

#include "commands/database.hpp"
#include "commands/format.hpp"
#include "commands/json.hpp"
#include "link/lock.hpp"
#include "plan/walk.hpp"
#include "project/audit.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
using namespace detail;
namespace {

struct status_request {
    settings_flags where;
    bool json = false;
};

void look_at_lock(const planned_project& of, project_status& into) {
    if (of.lock() == nullptr) {
        into.lock = lock_state::missing;
        return;
    }
    diagnostics found;
    check_lock(of.revisions(), of.lock(), found);
    if (found.has_errors()) into.lock = lock_state::stale;
    diagnostics reported;
    for (const auto& [revision, locked] : compare_lock(of.revisions(), read_lock(of.lock(), reported)).edited)
        into.edited.push_back(revision);
}

void look_at_database(const planned_project& of, project_status& into) {
    into.database = of.from().database;
    SQLite::Database database = open_database(of.from(), access::read);
    into.place = locate(of.revisions(), current(database, runtime_options(of.from())));
    const history& h = of.packed();
    if (!into.place.unknown.empty()) return; // what else it has is anybody's guess
    const revision_set applied = with_ancestors(h, set_of(h, into.place.known), edge_kind::all);
    for (std::uint32_t i = 0; i < h.count; ++i)
        if (applied[i] == 0) into.pending.push_back(i);
    for (const std::uint32_t revision :
         edited_since_applied(h, into.place.known, read_log(database, of.from())))
        into.edited.push_back(revision);
}

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

std::string render_status(const planned_project& of, const project_status& status) {
    const graph& history = of.revisions();
    std::string text =
        fmt::format("migrations    {}: {}\n", of.from().directory.string(),
                    history.revisions.empty() ? "no revisions yet"
                                              : fmt::format("{} revisions, head {}", history.revisions.size(),
                                                            list_ids(history, history.heads)));
    text += fmt::format("lock file     {}\n", describe_lock(status.lock));
    if (status.database.empty())
        text += "database      none is named: --database, HEADWAY_DATABASE or headway.toml\n";
    else
        text += fmt::format("database      {} is at {}\n", status.database, describe(status.place));
    for (const std::string& row : status.place.unknown)
        text += fmt::format("unknown       {}: the database is newer than these migrations, or another "
                            "program's\n",
                            row);
    if (!status.database.empty() && status.place.unknown.empty()) {
        text += "pending       " + list_lines(history, status.pending);
        text += "irreversible  " + list_lines(history, status.irreversible);
    }
    return text + "edited        " + list_lines(history, status.edited);
}

int print_status(const status_request& request, const shell& io) {
    auto loaded = load_project(request.where, io);
    if (!loaded) return 1;
    const planned_project of(*std::move(loaded));
    const project_status status = look_at(of);
    fmt::print(io.out, "{}", request.json ? status_json(of.revisions(), status) : render_status(of, status));
    return 0;
}

work declare(arguments& add) {
    const auto request = std::make_shared<status_request>();
    add.flag("--json", request->json, "Print JSON");
    add.project(request->where);
    add.database(request->where);
    return [request](const shell& io) { return print_status(*request, io); };
}

constexpr example examples[] = {
    {"headway status --database app.db", "Before an upgrade: what would happen, and could it be undone?"},
};

} // namespace

std::string_view to_string(lock_state state) noexcept {
    switch (state) {
    case lock_state::current:
        return "current";
    case lock_state::missing:
        return "missing";
    case lock_state::stale:
        return "stale";
    }
    return "";
}

project_status look_at(const planned_project& of) {
    project_status status;
    status.place = locate(of.revisions(), {});
    look_at_lock(of, status);
    if (names_database(of.from())) look_at_database(of, status);
    std::copy_if(status.pending.begin(), status.pending.end(), std::back_inserter(status.irreversible),
                 [&](auto one) { return of.revisions().revisions[one].from.irreversible; });
    std::sort(status.edited.begin(), status.edited.end());
    status.edited.erase(std::unique(status.edited.begin(), status.edited.end()), status.edited.end());
    return status;
}

const verb status_verb{
    "status", "Print how the project and its database are, on one screen",
    "Irreversible are those pending revisions that no downgrade could take back. Edited are "
    "revisions that are not as they were applied or locked.",
    examples, declare};

} // namespace headway::compiler
