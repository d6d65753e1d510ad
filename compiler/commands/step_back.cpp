#include "commands/step_back.hpp"

#include "apply/newer.hpp"
#include "commands/question.hpp"
#include "diagnostics/shown.hpp"
#include "plan/target.hpp"
#include "project/database.hpp"
#include "project/target.hpp"
#include "sqlite/connection.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

namespace headway::compiler {
using namespace detail;
namespace {

constexpr std::string_view advice =
    "If they are the work of another branch, check that out and take them back there, or give --step-back, "
    "which takes them back by what the database's log holds; `headway stamp --purge REVISION` says which "
    "revision the database is like, and runs nothing.";

/// The target names where to go, whatever the database has.
void require_place(const migrate_request& request) {
    const target wanted = parse_target(request.target);
    if (!wanted.steps || !wanted.symbol.empty()) return;
    throw error(
        error_code::invalid_target,
        fmt::format("{} counts from a revision that these migrations do not have\nName the revision to "
                    "go to.",
                    request.target));
}

std::string question_about(const newer_revisions& newer) {
    return fmt::format("The database has revisions that these migrations do not have:{}\n"
                       "Their down sections stand in its log, as whoever applied them wrote them. Run those?",
                       shown_lines(newer.told));
}

} // namespace

void declare_step_back(arguments& add, migrate_request& into) {
    add.flag("--step-back", into.step_back,
             "Take revisions of another branch back first, by what the database's log holds");
}

bool may_step_back(const project& of, const migrate_request& request, SQLite::Database& database,
                   const shell& io) {
    if (!request.step_back) return true;
    sqlite_connection from(database.getHandle(), runtime_options(of, request));
    const std::vector<std::string> rows = from.rows();
    if (knows_all(of.packed(), rows)) return true;
    require_place(request);
    const newer_revisions newer = read_newer(from, of.packed(), rows);
    const bool has_way = newer.unlogged.empty() && newer.no_way_back.empty(); // else it is refused anyway
    if (!io.interactive || !has_way || ask(question_about(newer), io)) return true;
    fmt::print(io.err, "headway: nothing was changed\n");
    return false;
}

std::vector<std::string> rows_to_plan_from(const project& of, const migrate_request& request,
                                           const shell& io) {
    if (request.current) return rows_of(of, request.current);
    SQLite::Database database = open_database(of.from, access::look);
    sqlite_connection from(database.getHandle(), runtime_options(of, request));
    std::vector<std::string> rows = from.rows();
    if (knows_all(of.packed(), rows)) return rows;
    newer_revisions newer = read_newer(from, of.packed(), rows);
    require_policy(runtime_options(of, request), newer);
    require_place(request);
    require_way_back(newer);
    for (const std::string& one : newer.unknown)
        fmt::print(io.out, "{} is taken back by the log\n", shown(one));
    return std::move(newer.known_rows);
}

int with_way_back(const migrate_request& request, const std::function<int()>& perform) {
    try {
        return perform();
    } catch (const error& failed) {
        if (failed.code() != error_code::unknown_revision || request.step_back || request.current) throw;
        throw failed.with(advice, "");
    }
}

} // namespace headway::compiler
