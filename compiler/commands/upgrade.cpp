#include "commands/absent_database.hpp"
#include "commands/migrate.hpp"
#include "commands/step_back.hpp"
#include "project/opened_database.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

int apply_upgrade(const project& of, migrate_request& request, const shell& io) {
    if (!database_exists(of.from)) { // a mistake must not leave an empty database behind
        static_cast<void>(plan_upgrade(of.packed(), {}, request.target));
        load_extensions(request, *open_any(of.from, access::look));
    }
    const std::unique_ptr<opened_database> database = open_any(of.from, access::create);
    load_extensions(request, *database);
    if (!may_step_back(of, request, direction::up, *database, io)) return 1;
    return migrate(of, request, direction::up, *database, upgrade_to(request.target, of, *database), io);
}

int run_upgrade(migrate_request& request, const project& of, const shell& io) {
    if (request.sql) {
        const script_range range = parse_range(of, request, "base");
        const plan todo = plan_upgrade(of.packed(), range.rows, range.target);
        fmt::print(io.out, "{}", render_script(of, range.rows, todo));
        return 0;
    }
    if (!request.plan) return apply_upgrade(of, request, io);
    if (!request.current) mention_absence(of.from, io);
    const std::vector<std::string> rows = rows_to_plan_from(of, request, direction::up, io);
    print_plan(of, plan_of(of, request, direction::up, rows), request.json, io);
    return 0;
}

work declare_upgrade(arguments& add) {
    const auto request = std::make_shared<migrate_request>();
    request->target = "head";
    add.optional("TARGET", request->target,
                 "Where to go: head (default), heads, a revision, the beginning of one, a branch label, "
                 "LABEL@head, +N, REVISION+N; with --sql also FROM:TO");
    add.flag("--apply-passed-over", request->apply_passed_over,
             "Apply revisions that an applied one descends from, and did not when it was applied");
    declare_step_back(add, *request);
    declare_extensions(add, *request);
    declare_migration(add, *request);
    add.check([request] { check_migration(*request); });
    return over_project(request->where, [request](const project& of, const shell& io) {
        return with_way_back(*request, [&] { return run_upgrade(*request, of, io); });
    });
}

constexpr example upgrade_examples[] = {
    {"headway upgrade --database app.db", "Apply everything that is pending; creates the file if need be"},
    {"headway upgrade +1", "Apply the next revision only"},
    {"headway upgrade head --plan", "Show what would be done"},
    {"headway upgrade head --sql | sqlite3 new.db", "Build a database without Headway"},
    {"headway upgrade 001:head --sql", "The script that takes a database from 001 to the head"},
};

} // namespace

const verb upgrade_verb{
    {"upgrade", "Apply revisions up to a target",
     "All pending revisions are applied in one transaction: either all of them, or nothing has changed.\n"
     "\n"
     "Where the database's log says that a revision was applied before others that it descends from today, "
     "those were passed over, and the upgrade is refused unless --apply-passed-over applies them first.\n"
     "\n"
     "A database that another branch has upgraded is refused too, unless --step-back takes that branch's "
     "revisions back by the down sections that the database's log holds. On a terminal it asks first.",
     upgrade_examples},
    declare_upgrade};

} // namespace headway::compiler
