#include "commands/step_back.hpp"

#include "apply/newer.hpp"
#include "commands/question.hpp"
#include "diagnostics/shown.hpp"
#include "plan/target.hpp"
#include "project/opened_database.hpp"
#include "project/target.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

namespace headway::compiler {
using namespace detail;
namespace {

constexpr std::string_view advice =
    "If they are the work of another branch, check that out and take them back there, or give --step-back, "
    "which takes them back by what the database's log holds; `headway stamp --purge REVISION` says which "
    "revision the database is like, and runs nothing.";
constexpr std::string_view advice_without_way_back =
    "`headway stamp --purge REVISION` says which revision the database is like, and runs nothing.";

[[noreturn]] void refuse_to_count(const migrate_request& request, const newer_revisions& newer) {
    const std::size_t count = newer.unknown.size();
    throw error(
        error_code::invalid_target,
        fmt::format("{} leads to a revision that these migrations do not have\nName the revision to go "
                    "to{}.",
                    request.target,
                    newer.known_rows.size() > 1
                        ? ""
                        : fmt::format(", or -{} to take back all that they do not have", count)));
}

/// On the way down, a target that counts counts the revisions that are taken back by the log, too. On the way
/// up it counts from where that leads.
void count_those_taken_back(const newer_revisions& newer, direction way, migrate_request& request) {
    const target wanted = parse_target(request.target);
    if (way == direction::up || !wanted.steps || !wanted.back || !wanted.symbol.empty()) return;
    const std::int64_t rest = *wanted.steps - static_cast<std::int64_t>(newer.unknown.size());
    if (wanted.branch || rest < 0 || newer.known_rows.size() > 1) refuse_to_count(request, newer);
    if (rest > 0)
        request.target = fmt::format("-{}", rest);
    else
        request.target = newer.known_rows.empty() ? "base" : newer.known_rows.front();
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

bool may_step_back(const project& of, migrate_request& request, direction way, opened_database& database,
                   const shell& io) {
    if (!request.step_back) return true;
    const options chosen = runtime_options(of, request);
    const std::unique_ptr<connection> opened = database.connect(chosen);
    connection& from = *opened;
    const std::vector<std::string> rows = from.rows();
    if (knows_all(of.packed(), rows)) return true;
    const newer_revisions newer = read_newer(from, of.packed(), rows);
    count_those_taken_back(newer, way, request);
    const bool has_way = newer.unlogged.empty() && newer.no_way_back.empty(); // else it is refused anyway
    if (!io.interactive || !has_way || ask(question_about(newer), io)) return true;
    fmt::print(io.err, "headway: nothing was changed\n");
    return false;
}

std::vector<std::string> rows_to_plan_from(const project& of, migrate_request& request, direction way,
                                           const shell& io) {
    if (request.current) return rows_of(of, request.current);
    const std::unique_ptr<opened_database> database = open_any(of.from, access::look);
    const options chosen = runtime_options(of, request);
    const std::unique_ptr<connection> opened = database->connect(chosen);
    connection& from = *opened;
    std::vector<std::string> rows = from.rows();
    if (knows_all(of.packed(), rows)) return rows;
    newer_revisions newer = read_newer(from, of.packed(), rows);
    require_policy(runtime_options(of, request), newer);
    require_way_back(newer);
    count_those_taken_back(newer, way, request);
    for (const std::string& one : newer.unknown)
        fmt::print(io.out, "{} is taken back by the log\n", shown(one));
    return std::move(newer.known_rows);
}

int with_way_back(const migrate_request& request, const std::function<int()>& perform) {
    try {
        return perform();
    } catch (const error& failed) {
        if (failed.code() != error_code::unknown_revision || request.current) throw;
        throw failed.with(request.step_back ? advice_without_way_back : advice, "");
    }
}

} // namespace headway::compiler
