#include "apply/apply.hpp"
#include "commands/absent_database.hpp"
#include "commands/migrate.hpp"
#include "diagnostics/shown.hpp"
#include "project/database.hpp"
#include "project/detect.hpp"
#include "project/opened_database.hpp"
#include "project/script.hpp"
#include "project/target.hpp"
#include "project/whereabouts.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
using namespace detail;
namespace {

plan make_stamp_plan(const project& of, const migrate_request& request, std::vector<std::string> rows) {
    if (request.purge) rows.clear();
    return plan_stamp(of.packed(), rows, {request.targets.begin(), request.targets.end()});
}

int apply_stamp(const project& of, const migrate_request& request, const shell& io) {
    if (!database_exists(of.from)) static_cast<void>(make_stamp_plan(of, request, {}));
    const std::unique_ptr<opened_database> database = open_any(of.from, access::create);
    options chosen = runtime_options(of.from);
    chosen.purge = request.purge;
    const std::unique_ptr<connection> to = database->connect(chosen);
    const std::vector<std::string_view> targets{request.targets.begin(), request.targets.end()};
    const std::vector<std::string> rows = detail::apply_stamp(
        *to, of.packed(), [&](const auto& there) { return plan_stamp(of.packed(), there, targets); }, chosen);
    fmt::print(io.out, "{} is at {}\n", shown(of.from.database), describe(locate(of.history, rows)));
    return 0;
}

/// A script for a database at `FROM` of `FROM:TO`, at `--current` or at the base.
int print_stamp_script(const project& of, migrate_request request, const shell& io) {
    request.target = request.targets.front();
    const script_range range = parse_range(of, request, "base");
    request.targets.front() = range.target;
    const std::vector<std::string>& rows = range.rows;
    fmt::print(io.out, "{}", stamp_script_of(of, {rows, request.purge}, make_stamp_plan(of, request, rows)));
    return 0;
}

std::string ids_of(const project& of, const std::vector<likeness>& some) {
    std::string text;
    for (const likeness& each : some)
        text += (text.empty() ? "" : ", ") + of.history.revisions[each.revision].from.id.text;
    return text;
}

void print_nearest(const project& of, const std::vector<likeness>& nearest, const shell& io) {
    constexpr std::size_t most_revisions = 3;
    constexpr std::size_t most_lines = 8;
    for (std::size_t at = 0; at < std::min(most_revisions, nearest.size()); ++at) {
        const std::vector<std::string>& lines = nearest[at].differences;
        fmt::print(io.err, "{}, {}\n", of.history.revisions[nearest[at].revision].from.id.text,
                   of.history.revisions[nearest[at].revision].from.summary);
        for (std::size_t line = 0; line < std::min(most_lines, lines.size()); ++line)
            fmt::print(io.err, "  {}\n", shown(lines[line], "\t"));
        if (lines.size() > most_lines) fmt::print(io.err, "  and {} more\n", lines.size() - most_lines);
    }
}

/// The one revision whose schema the database has.
int stamp_by_schema(migrate_request request, const project& of, const shell& io) {
    diagnostics found;
    const preparation prepare = preparation_of(declared_by(request.provided, of.from));
    std::vector<likeness> all = find_likeness(of, prepare, found);
    fmt::print(io.err, "{}", found.render());
    if (found.has_errors()) return 1;
    const auto is_other = [](const likeness& one) { return !one.differences.empty(); };
    if (all.empty()) {
        fmt::print(io.err,
                   "headway: {} holds no revisions that a database could be at\n"
                   "The first one, `headway revision --autogenerate`, makes its schema.\n",
                   shown(of.from.directory.string()));
        return 1;
    }
    if (is_other(all.front())) {
        fmt::print(io.err, "headway: {} has the schema of no revision; nearest {}\n", shown(of.from.database),
                   all.size() == 1 ? "is" : "are");
        print_nearest(of, all, io);
        fmt::print(io.err,
                   "Nothing was changed. `headway stamp REVISION` says which it is all the same; --ignore "
                   "leaves out what is others'.\n");
        return 1;
    }
    all.erase(std::find_if(all.begin(), all.end(), is_other), all.end());
    std::reverse(all.begin(), all.end());
    if (all.size() > 1) {
        fmt::print(
            io.err,
            "headway: {} has the schema of several revisions, which differ in rows alone: {}\nNothing was "
            "changed. Say which it is: headway stamp {}\n",
            shown(of.from.database), ids_of(of, all), of.history.revisions[all.back().revision].from.id.text);
        return 1;
    }
    request.targets = {of.history.revisions[all.front().revision].from.id.text};
    return apply_stamp(of, request, io);
}

int run_stamp(const migrate_request& request, const project& of, const shell& io) {
    if (request.detect) return stamp_by_schema(request, of, io);
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

void check_stamp(const migrate_request& request) {
    check_migration(request);
    if (request.detect && (!request.targets.empty() || request.sql || request.plan))
        throw usage_error("--detect finds the revision itself: it goes with no TARGETS, --sql or --plan");
    if (!request.detect && request.targets.empty()) throw usage_error("TARGETS is required");
}

work declare_stamp(arguments& add) {
    const auto request = std::make_shared<migrate_request>();
    add.optional_many(
        "TARGETS", request->targets,
        "Where the database is: head, heads, base, revisions, branch labels; with --sql also FROM:TO");
    add.flag("--purge", request->purge, "Forget the rows that are there first, known or not");
    add.flag("--detect", request->detect,
             "Instead of TARGETS: find the one revision whose schema the database has");
    declare_migration(add, *request);
    add.provided(request->provided);
    add.ignored(request->where.ignore);
    add.check([request] { check_stamp(*request); });
    return over_project(request->where, [request](const project& of, const shell& io) {
        return run_stamp_or_advise(*request, of, io);
    });
}

constexpr example stamp_examples[] = {
    {"headway stamp head", "The schema is there already: say that it is the newest"},
    {"headway stamp --detect", "The schema is there, and nobody knows of which revision"},
    {"headway stamp 001:head --sql", "The script that says so in a database that is at 001"},
    {"headway stamp --purge 001", "Put right what the version table says, whatever it says now"},
};

} // namespace

const verb stamp_verb{{"stamp", "Say where the database is, without running anything",
                       "Rows of unrelated branches stay as they are.", stamp_examples},
                      declare_stamp};

} // namespace headway::compiler
