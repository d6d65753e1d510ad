#include "apply/adopt.hpp"
#include "commands/format.hpp"
#include "commands/migrate.hpp"
#include "diagnostics/shown.hpp"
#include "project/status.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

/// A line each, the first behind its heading.
std::string listed_revisions(const graph& of, const std::vector<std::uint32_t>& revisions) {
    if (revisions.empty()) return "none\n";
    std::string text;
    for (const std::uint32_t each : revisions) {
        const source& from = of.revisions[each].from;
        text += fmt::format("{}{}{}{}\n", text.empty() ? "" : "          ", from.id.text,
                            from.summary.empty() ? "" : ", ", from.summary);
    }
    return text;
}

int refuse_adoption(const project& of, const project_status& status, const shell& io) {
    if (!status.place.rows.empty())
        fmt::print(io.err, "headway: {} is Headway's already, at {}\nNothing is left to be taken over.\n",
                   shown(of.from.database), describe(status.place));
    else
        fmt::print(io.err,
                   "headway: no other tool says in {} what is applied\nA database with tables and without a "
                   "tool's records is known by its schema: headway stamp --detect\n",
                   shown(of.from.database));
    return 1;
}

/// The rows alone, so that nothing else is applied: the histories of other tools have one.
int apply_missing(const project& of, const project_status& status, const migrate_request& request,
                  const shell& io) {
    const std::string target = status.place.rows.size() == 1 ? status.place.rows.front() : "heads";
    const std::unique_ptr<opened_database> database = open_any(of.from, access::write);
    load_extensions(request, *database);
    return migrate(of, request, direction::up, *database, upgrade_to(target, of, *database), io);
}

/// The tool may have left a step half done without a mark.
void print_drift(const project& of, const project_status& status, const migrate_request& request,
                 const shell& io) {
    diagnostics found; // what cannot be replayed cannot be compared
    declared_request provided;
    provided.extensions = request.extensions;
    const std::vector<std::string> drift =
        find_drift(of, status, preparation_of(declared_by(provided, of.from)), found);
    for (const std::string& line : drift)
        fmt::print(io.out, "{}{}\n", &line == &drift.front() ? "differs   " : "          ",
                   shown(line, "\t"));
    if (!drift.empty())
        fmt::print(io.out, "A run of {} has left a step half done, or something else has changed it.\n",
                   status.adopted);
}

int adopt(const migrate_request& request, const project& of, const shell& io) {
    require_database(of.from);
    const project_status status = look_at(of);
    if (status.adopted.empty()) return refuse_adoption(of, status, io);
    if (request.apply_passed_over) return apply_missing(of, status, request, io);
    fmt::print(io.out, "{} {}, and is at {}\n", shown(of.from.database),
               status.adopted == detail::schema_tool
                   ? "is known by its schema"
                   : fmt::format("was kept by {} until now", status.adopted),
               describe(status.place));
    if (!status.passed_over.empty())
        fmt::print(io.out, "missing   {}", listed_revisions(of.history, status.passed_over));
    fmt::print(io.out, "pending   {}", listed_revisions(of.history, status.pending));
    if (status.passed_over.empty()) print_drift(of, status, request, io);
    fmt::print(io.out, "Nothing was changed. {}\n",
               status.passed_over.empty()
                   ? "`headway upgrade`, or the program at its next launch, takes it over."
                   : "`headway adopt --apply-missing` takes it over and runs what never ran, now that what "
                     "comes behind has run.");
    return status.passed_over.empty() ? 0 : 1;
}

work declare_adopt(arguments& add) {
    const auto request = std::make_shared<migrate_request>();
    add.flag("--apply-missing", request->apply_passed_over,
             "Take the database over, and run the steps that never ran below others that did");
    declare_extensions(add, *request);
    add.project(request->where);
    add.database(request->where);
    return over_project(request->where,
                        [request](const project& of, const shell& io) { return adopt(*request, of, io); });
}

constexpr example adopt_examples[] = {
    {"headway adopt --database app.db", "What would be taken over from the tool that has kept app.db"},
    {"headway adopt --apply-missing", "Take it over although a step never ran, and run that"},
};

} // namespace

const verb adopt_verb{
    {"adopt", "Say what is taken over from the tool that has kept the database so far",
     "Reads that tool's records, and changes nothing. The exit code is 1 where an upgrade would be refused: "
     "a "
     "step failed, the history does not have it, its file was edited, or it is missing below others.",
     adopt_examples},
    declare_adopt};

} // namespace headway::compiler
