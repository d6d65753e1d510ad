#include "commands/migrate.hpp"

#include "apply/adopt.hpp"
#include "apply/apply.hpp"
#include "apply/passed_over.hpp"
#include "commands/format.hpp"
#include "commands/interruption.hpp"
#include "commands/json.hpp"
#include "commands/progress_bar.hpp"
#include "diagnostics/shown.hpp"
#include "project/opened_database.hpp"
#include "project/script.hpp"
#include "project/target.hpp"
#include "project/usage_error.hpp"
#include "project/whereabouts.hpp"
#include "prove/declared.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace headway::compiler {
namespace {

std::vector<std::string> ids(const graph& of, const std::vector<std::uint32_t>& revisions) {
    std::vector<std::string> list;
    for (const std::uint32_t revision : revisions)
        list.push_back(of.revisions[revision].from.id.text);
    std::sort(list.begin(), list.end());
    return list;
}

/// Somebody has pressed Ctrl-C.
struct interrupted {};

/// Shows a bar on a terminal, and listens for Ctrl-C.
report perform_watched(options chosen, bool of_server, opened_database& database,
                       const std::function<report(const options&)>& perform, const shell& io) {
    progress_bar bar(io);
    if (io.terminal)
        chosen.on_progress = [&](const progress& now) { bar.show(now.index, now.total, now.revision); };
    const interruption watch([&] { database.interrupt(); });
    if (of_server) chosen.cancelled = [&] { return watch.requested(); };
    try {
        return perform(chosen);
    } catch (const error&) {
        if (watch.requested()) throw interrupted();
        throw;
    }
}

std::vector<std::string> rows_of_database(opened_database& database, const options& chosen) {
    return database.connect(chosen)->rows();
}

void print_report(const project& of, const report& done, const std::vector<std::uint32_t>& crossed,
                  const std::vector<std::string>& rows, const shell& io) {
    std::unordered_map<std::string_view, std::uint32_t> places;
    for (std::uint32_t i = 0; i < of.packed().count; ++i)
        places.emplace(of.packed().id(i), i);
    if (!done.adopted.empty())
        fmt::print(io.out, "Taken over {} {}\n", done.adopted == detail::schema_tool ? "by" : "from",
                   done.adopted);
    for (const std::string& one : done.unknown)
        fmt::print(io.out, "Took back {} by the log\n", shown(one));
    for (const std::uint32_t one : crossed)
        fmt::print(io.out, "Counted as applied: {}\n", of.history.revisions[one].from.id.text);
    for (const applied_step& one : done.steps)
        fmt::print(io.out, "Running {}\n", render_step(of.history, {places.at(one.revision), one.way}));
    fmt::print(io.out, "{} is at {}{}\n", shown(of.from.database), describe(locate(of.history, rows)),
               done.up_to_date() && done.unknown.empty() && done.adopted.empty() && crossed.empty()
                   ? ": nothing to do"
                   : "");
}

/// Looked for even where nothing is pending: only a program's launch has no time for it.
detail::passed_over find_arrears(const project& of, opened_database& database, direction way,
                                 const options& chosen) {
    const std::unique_ptr<detail::connection> from = database.connect(chosen);
    return detail::to_make_up_for(*from, of.packed(), from->rows(), way, chosen);
}

} // namespace

options runtime_options(const project& of, const migrate_request& request) {
    options chosen = runtime_options(of.from);
    if (request.apply_passed_over) chosen.on_passed_over = passed_over_policy::apply;
    if (request.step_back) chosen.on_unknown = unknown_policy::step_back;
    return chosen;
}

plan plan_of(const project& of, const migrate_request& request, direction way,
             const std::vector<std::string>& rows) {
    const auto planned = way == direction::up ? plan_upgrade : plan_downgrade;
    plan todo = planned(of.packed(), rows, request.target);
    if (request.current) return todo;
    const std::unique_ptr<opened_database> database = open_any(of.from, access::look);
    detail::passed_over found = find_arrears(of, *database, way, runtime_options(of, request));
    if (!found.crossed.empty()) todo = planned(of.packed(), found.rows, request.target);
    detail::arrears(std::move(found)).put_before(todo);
    return todo;
}

void declare_migration(arguments& add, migrate_request& into) {
    add.flag("--sql", into.sql, "Print the SQL, for the sqlite3 program or psql, instead of running it");
    add.flag("--plan", into.plan, "Print the steps and change nothing");
    add.flag("--json", into.json, "With --plan: print the steps as JSON");
    add.option("--current", "REVISIONS", into.current,
               "Plan as if the database were at these revisions, which are separated by commas; "
               "no database is opened");
    add.project(into.where);
    add.database(into.where);
}

void declare_extensions(arguments& add, migrate_request& into) {
    add.list("--extension", "PATH", into.extensions, "A loadable extension that the migrations use");
}

void load_extensions(const migrate_request& request, opened_database& database) {
    declared_names names;
    for (const std::string& each : request.extensions)
        names.extensions.push_back(find_extension(each));
    if (!request.extensions.empty()) provide(names, database.sqlite());
}

void check_migration(const migrate_request& request) {
    if (request.sql && request.plan) throw usage_error("--sql and --plan exclude each other");
    if (request.json && !request.plan) throw usage_error("--json needs --plan");
    if (request.current && !request.plan && !request.sql)
        throw usage_error("--current needs --plan or --sql: what is applied depends on the database alone");
    if (request.apply_passed_over && (request.sql || request.current))
        throw usage_error("--apply-passed-over needs the database: its log says what was passed over");
    if (request.step_back && (request.sql || request.current))
        throw usage_error("--step-back needs the database: its log holds what takes revisions back");
    if (request.step_back && request.json)
        throw usage_error("--json has no word for what --step-back takes back");
}

script_range parse_range(const project& of, const migrate_request& request, std::string_view otherwise) {
    const std::size_t colon = request.target.find(':');
    if (colon == std::string::npos) {
        if (!request.current && otherwise.empty())
            throw usage_error("downgrade with --sql requires <fromrev>:<torev>");
        return {resolve_rows(of.packed(), request.current.value_or(std::string(otherwise))), request.target};
    }
    if (request.current) throw usage_error("--current and FROM:TO both say where the script begins");
    return {resolve_rows(of.packed(), request.target.substr(0, colon)), request.target.substr(colon + 1)};
}

std::string render_script(const project& of, const std::vector<std::string>& rows, const plan& todo) {
    return script_of(of, {rows}, todo, [&](step one) { return render_step(of.history, one); });
}

void print_plan(const project& of, const plan& todo, bool as_json, const shell& io) {
    if (as_json) {
        fmt::print(io.out, "{}", plan_json(of.packed(), todo));
        return;
    }
    for (const step one : todo.steps)
        fmt::print(io.out, "{}{}\n", render_step(of.history, one),
                   one.way == direction::down && of.history.revisions[one.revision].from.irreversible
                       ? " (irreversible)"
                       : "");
    const std::string place = describe(locate(of.history, ids(of.history, todo.after)));
    if (todo.steps.empty() && todo.before == todo.after)
        fmt::print(io.out, "nothing to do: the database is at {}\n", place);
    else
        fmt::print(io.out, "then the database is at {}\n", place);
}

int migrate(const project& of, const migrate_request& request, direction way, opened_database& database,
            const std::function<report(const options&)>& perform, const shell& io) {
    const options chosen = runtime_options(of, request);
    const detail::passed_over found = find_arrears(of, database, way, chosen);
    try {
        const report done = perform_watched(chosen, !of.from.server.empty(), database, perform, io);
        print_report(of, done, found.crossed, rows_of_database(database, chosen), io);
        return 0;
    } catch (const interrupted&) {
        database.roll_back(); // the interruption may have hit what rolls back
        fmt::print(io.err, "headway: interrupted: what was under way is rolled back\n{} is at {}\n",
                   shown(of.from.database), describe(locate(of.history, rows_of_database(database, chosen))));
        return 130; // as a shell says it of what SIGINT has ended
    }
}

std::function<report(const options&)> upgrade_to(const std::string& target, const project& of,
                                                 opened_database& database) {
    return [&](const options& chosen) {
        const std::unique_ptr<detail::connection> to = database.connect(chosen);
        const auto make_plan = [&](const auto& rows) { return plan_upgrade(of.packed(), rows, target); };
        return detail::apply(*to, of.packed(), direction::up, make_plan, chosen);
    };
}

} // namespace headway::compiler
