#include "commands/absent_database.hpp"
#include "commands/migrate.hpp"
#include "project/database.hpp"
#include "project/target.hpp"
#include "project/whereabouts.hpp"
#include "sqlite/offline.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

namespace headway::compiler {
using namespace detail;
namespace {

plan make_stamp_plan(const project& of, const migrate_request& request, std::vector<std::string> rows) {
    if (request.purge) rows.clear();
    return plan_stamp(of.packed(), rows, {request.targets.begin(), request.targets.end()});
}

int apply_stamp(const project& of, const migrate_request& request, const shell& io) {
    if (!database_exists(of.from)) static_cast<void>(make_stamp_plan(of, request, {}));
    SQLite::Database database = open_database(of.from, access::create);
    options chosen = runtime_options(of.from);
    chosen.purge = request.purge;
    const std::vector<std::string> rows =
        stamp(database, of.packed(), {request.targets.begin(), request.targets.end()}, chosen);
    fmt::print(io.out, "{} is at {}\n", of.from.database, describe(locate(of.history, rows)));
    return 0;
}

/// A script for a database at `FROM` of `FROM:TO`, at `--current` or at the base.
int print_stamp_script(const project& of, migrate_request request, const shell& io) {
    request.target = request.targets.front();
    const script_range range = parse_range(of, request, "base");
    request.targets.front() = range.target;
    const std::vector<std::string>& rows = range.rows;
    fmt::print(io.out, "{}",
               offline_stamp(of.packed(), {rows, request.purge}, make_stamp_plan(of, request, rows),
                             runtime_options(of.from)));
    return 0;
}

int run_stamp(const migrate_request& request, const project& of, const shell& io) {
    if (request.sql) return print_stamp_script(of, request, io);
    if (!request.plan) return apply_stamp(of, request, io);
    if (!request.current) mention_absence(of.from, io);
    print_plan(of, make_stamp_plan(of, request, rows_of(of, request.current)), request.json, io);
    return 0;
}

/// Where the database has revisions of another branch, the error says how to stamp it all the same.
int run_stamp_or_advise(const migrate_request& request, const project& of, const shell& io) {
    try {
        return run_stamp(request, of, io);
    } catch (const error& failed) {
        if (failed.code() != error_code::unknown_revision || request.purge || request.current) throw;
        throw failed.with("With --purge, the rows that are there are forgotten first.", "");
    }
}

work declare_stamp(arguments& add) {
    const auto request = std::make_shared<migrate_request>();
    add.many("TARGETS", request->targets,
             "Where the database is: head, heads, base, revisions, branch labels; with --sql also FROM:TO");
    add.flag("--purge", request->purge, "Forget the rows that are there first, known or not");
    declare_migration(add, *request);
    add.check([request] { check_migration(*request); });
    return over_project(request->where, [request](const project& of, const shell& io) {
        return run_stamp_or_advise(*request, of, io);
    });
}

constexpr example stamp_examples[] = {
    {"headway stamp head", "The schema is there already: say that it is the newest"},
    {"headway stamp 001:head --sql", "The script that says so in a database that is at 001"},
    {"headway stamp --purge 001", "Put right what the version table says, whatever it says now"},
};

} // namespace

const verb stamp_verb{{"stamp", "Say where the database is, without running anything",
                       "Rows of unrelated branches stay as they are.", stamp_examples},
                      declare_stamp};

} // namespace headway::compiler
