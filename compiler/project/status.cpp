#include "project/status.hpp"

#include "apply/adopt.hpp"
#include "apply/passed_over.hpp"
#include "apply/verify_applied.hpp"
#include "link/lock.hpp"
#include "plan/target.hpp"
#include "project/database.hpp"
#include "project/detect.hpp"
#include "project/opened_database.hpp"
#include "prove/schema_at.hpp"
#include "schema/compare.hpp"
#include "sqlite/connection.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <iterator>

namespace headway::compiler {
using namespace detail;
namespace {

void look_at_lock(const project& of, project_status& into) {
    if (of.lock == nullptr) {
        into.lock = lock_state::missing;
        return;
    }
    diagnostics found;
    check_lock(of.history, of.lock, found);
    if (found.has_errors()) into.lock = lock_state::stale;
    diagnostics reported;
    for (const auto& [revision, locked] : compare_lock(of.history, read_lock(of.lock, reported)).edited)
        into.edited.push_back(revision);
}

void look_at_database(const project& of, project_status& into) {
    into.database = of.from.database;
    const std::unique_ptr<opened_database> database = open_any(of.from, access::look);
    const options chosen = runtime_options(of.from);
    const std::unique_ptr<detail::connection> opened = database->connect(chosen);
    detail::connection& connection = *opened;
    std::vector<std::string> rows = connection.rows();
    adopted other;
    if (rows.empty()) other = read_adopted(connection, of.packed(), chosen);
    if (other) rows = other.rows;
    into.adopted = other.tool;
    into.place = locate(of.history, rows);
    if (!into.place.unknown.empty()) return; // what else it has is anybody's guess
    const headway::history& h = of.packed();
    passed_over found = std::move(other.denied);
    if (!other && chosen.log) found = read_passed_over(connection, h, rows);
    const frontier state(h, resolver(h).rows(found.crossed.empty() ? rows : found.rows));
    for (std::uint32_t i = 0; i < h.count; ++i)
        if (!state.applied(i)) into.pending.push_back(i);
    into.passed_over = std::move(found.revisions);
    into.crossed = std::move(found.crossed);
    find_edited(connection, h,
                [&](std::uint32_t revision, const logged_revision&) { into.edited.push_back(revision); });
}

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

project_status look_at(const project& of) {
    project_status status;
    status.place = locate(of.history, {});
    look_at_lock(of, status);
    if (names_database(of.from)) look_at_database(of, status);
    std::copy_if(status.pending.begin(), status.pending.end(), std::back_inserter(status.irreversible),
                 [&](auto one) { return of.history.revisions[one].from.irreversible; });
    std::sort(status.edited.begin(), status.edited.end());
    status.edited.erase(std::unique(status.edited.begin(), status.edited.end()), status.edited.end());
    return status;
}

std::vector<std::string> find_drift(const project& of, const project_status& status,
                                    const preparation& prepare, diagnostics& found) {
    std::vector<std::string> drift;
    if (of.history.of != engine::sqlite) return drift; // nobody has proven what its schema is
    std::vector<std::uint32_t> applied = status.place.known;
    applied.insert(applied.end(), status.crossed.begin(), status.crossed.end());
    const auto expected = schema_at(of.history, applied, prepare, found);
    if (!expected) return drift;
    SQLite::Database database = open_database(of.from, access::look);
    prepare(database);
    const schema actual = read_schema(database, {of.from.version_table, "headway_log"});
    for (const difference& one : compare(*expected, actual)) {
        if (is_of_others(one, of)) continue;
        for (std::string& line : describe(one, {.extra = "comes from no revision"}))
            drift.push_back(std::move(line));
    }
    return drift;
}

} // namespace headway::compiler
