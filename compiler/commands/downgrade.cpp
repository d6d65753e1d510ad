#include "apply/apply.hpp"
#include "commands/absent_database.hpp"
#include "commands/migrate.hpp"
#include "commands/step_back.hpp"
#include "project/opened_database.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

int apply_downgrade(const project& of, migrate_request& request, const shell& io) {
    const std::unique_ptr<opened_database> database = open_any(of.from, access::write);
    load_extensions(request, *database);
    if (!may_step_back(of, request, direction::down, *database, io)) return 1;
    const auto perform = [&](const options& chosen) {
        const std::unique_ptr<detail::connection> to = database->connect(chosen);
        const auto make_plan = [&](const auto& rows) {
            return plan_downgrade(of.packed(), rows, request.target);
        };
        return detail::apply(*to, of.packed(), direction::down, make_plan, chosen);
    };
    return migrate(of, request, direction::down, *database, perform, io);
}

int run_downgrade(migrate_request& request, const project& of, const shell& io) {
    if (request.sql) {
        const script_range range = parse_range(of, request, "");
        const plan todo = plan_downgrade(of.packed(), range.rows, range.target);
        fmt::print(io.out, "{}", render_script(of, range.rows, todo));
        return 0;
    }
    if (!request.plan) return apply_downgrade(of, request, io);
    if (!request.current) mention_absence(of.from, io);
    const std::vector<std::string> rows = rows_to_plan_from(of, request, direction::down, io);
    print_plan(of, plan_of(of, request, direction::down, rows), request.json, io);
    return 0;
}

work declare_downgrade(arguments& add) {
    const auto request = std::make_shared<migrate_request>();
    add.one("TARGET", request->target,
            "Where to go back to: base, -N, a revision, the beginning of one, REVISION-N, LABEL@base; "
            "with --sql FROM:TO");
    declare_step_back(add, *request);
    declare_extensions(add, *request);
    declare_migration(add, *request);
    add.check([request] { check_migration(*request); });
    return over_project(request->where, [request](const project& of, const shell& io) {
        return with_way_back(*request, [&] { return run_downgrade(*request, of, io); });
    });
}

constexpr example downgrade_examples[] = {
    {"headway downgrade -1", "Take back the newest revision"},
    {"headway downgrade 001", "Take back everything after 001"},
    {"headway downgrade 001 --step-back", "The same after another branch has upgraded the database"},
    {"headway downgrade base --plan", "Show what taking back everything would do"},
    {"headway downgrade head:001 --sql", "The script that takes a database from the head to 001"},
};

} // namespace

const verb downgrade_verb{
    {"downgrade", "Take revisions back, newest first, down to a target",
     "Their down sections run in one transaction. A revision that is declared irreversible is refused before "
     "anything runs.\n"
     "\n"
     "Where another branch has upgraded the database, --step-back takes that branch's revisions back by the "
     "down sections that the database's log holds. On a terminal it asks first.",
     downgrade_examples},
    declare_downgrade};

} // namespace headway::compiler
