#include "commands/database.hpp"
#include "commands/json.hpp"
#include "commands/status.hpp"
#include "link/lock.hpp"
#include "schema/compare.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include <optional>

namespace headway {
namespace {

struct check_request {
    settings_flags where;
    bool json = false;
};

/// The schema that the history yields where the database is.
schema replay(const planned_project& of, const whereabouts& place) {
    SQLite::Database scratch(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    const options chosen = runtime_options(of.from());
    for (const std::uint32_t row : place.known)
        static_cast<void>(upgrade(scratch, of.packed(), of.packed().id(row), chosen));
    return read_schema(scratch, {of.from().version_table, "headway_log"});
}

/// A line for each object in which the database is not what its revision yields. Nothing if that cannot be
/// told, after saying why.
std::vector<std::string> find_drift(const planned_project& of, const whereabouts& place, const shell& io) {
    std::vector<std::string> drift;
    try {
        const schema expected = replay(of, place);
        SQLite::Database database = open_database(of.from(), access::read);
        const schema actual = read_schema(database, {of.from().version_table, "headway_log"});
        for (const difference& one : compare(expected, actual))
            for (std::string& line : describe(one, {.extra = "comes from no revision"}))
                drift.push_back(std::move(line));
    } catch (const error& failed) {
        fmt::print(io.err, "headway: cannot tell whether the schema has drifted: {}\n", failed.what());
    }
    return drift;
}

void print_findings(const planned_project& of, const project_status& status,
                    const std::vector<std::string>& drift, const shell& io) {
    const auto print = [&](std::string_view what, std::uint32_t revision) {
        const source& from = of.revisions().revisions[revision].from;
        fmt::print(io.out, "{}: {}, {}\n", what, from.id.text, from.summary);
    };
    for (const std::uint32_t revision : status.pending)
        print("pending", revision);
    for (const std::string& row : status.place.unknown)
        fmt::print(io.out, "unknown: {}\n", row);
    for (const std::uint32_t revision : status.edited)
        print("edited", revision);
    for (const std::string& line : drift)
        fmt::print(io.out, "drifted: {}\n", line);
}

int check(const check_request& request, const shell& io) {
    auto loaded = load_project(request.where, io);
    if (!loaded) return 1;
    const planned_project of(*std::move(loaded));
    const project_status status = look_at(of);
    std::vector<std::string> drift;
    if (!status.database.empty() && status.place.unknown.empty()) drift = find_drift(of, status.place, io);
    const bool clean = status.is_clean() && drift.empty();
    if (request.json) {
        fmt::print(io.out, "{}", check_json(of.revisions(), status, drift));
        return clean ? 0 : 1;
    }
    diagnostics found;
    check_lock(of.revisions(), of.lock(), found);
    fmt::print(io.err, "{}", found.render());
    print_findings(of, status, drift, io);
    if (clean)
        fmt::print(io.out, "{}: nothing is {}edited\n",
                   status.database.empty() ? of.from().directory.string() : status.database,
                   status.database.empty() ? "" : "pending, drifted or ");
    return clean ? 0 : 1;
}

work declare(arguments& add) {
    const auto request = std::make_shared<check_request>();
    add.flag("--json", request->json, "Print JSON");
    add.project(request->where);
    add.database(request->where);
    return [request](const shell& io) { return check(*request, io); };
}

constexpr example examples[] = {
    {"headway check --database app.db", "In CI, or before a release"},
    {"headway check", "The migrations and their lock file alone, if no database is named"},
};

} // namespace

const verb check_verb{
    "check", "Exit with 1 if anything is pending, edited or drifted",
    "Drifted is a database whose schema is not what its revision yields: somebody has changed "
    "it by hand.",
    examples, declare};

} // namespace headway
