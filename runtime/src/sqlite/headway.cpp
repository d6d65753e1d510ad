#include "headway/headway.hpp"

#include "apply/apply.hpp"
#include "apply/newer.hpp"
#include "apply/passed_over.hpp"
#include "plan/table_kind.hpp"
#include "sqlite/connection.hpp"

namespace headway {
using namespace detail;

report upgrade(sqlite3* db, const history& h, std::string_view target, const options& chosen) {
    sqlite_connection connection(db, chosen);
    require_kind(h, engine::sqlite);
    const bool fast = target == "head" && h.head_count == 1 && chosen.verify.function() == nullptr &&
                      chosen.on_passed_over == passed_over_policy::refuse;
    if (fast && connection.is_exactly(h.id(h.heads[0]))) return {};
    return apply(
        connection, h, direction::up, [&](const auto& rows) { return plan_upgrade(h, rows, target); },
        chosen);
}

report downgrade(sqlite3* db, const history& h, std::string_view target, const options& chosen) {
    sqlite_connection connection(db, chosen);
    return apply(
        connection, h, direction::down, [&](const auto& rows) { return plan_downgrade(h, rows, target); },
        chosen);
}

std::vector<std::string> stamp(sqlite3* db, const history& h, const std::vector<std::string_view>& targets,
                               const options& chosen) {
    sqlite_connection connection(db, chosen);
    return apply_stamp(
        connection, h, [&](const auto& rows) { return plan_stamp(h, rows, targets); }, chosen);
}

std::vector<std::string_view> pending(sqlite3* db, const history& h, std::string_view target,
                                      const options& chosen) {
    sqlite_connection connection(db, chosen);
    const auto make_plan = [&](const auto& rows) { return plan_upgrade(h, rows, target); };
    const auto [rows, first] = rows_to_set_out_from(connection, h, make_plan, chosen);
    const plan todo = make_plan(rows);
    std::vector<std::string_view> ids;
    for (const std::uint32_t revision : first) {
        ids.push_back(h.id(revision));
    }
    if (!todo.steps.empty() || chosen.on_passed_over == passed_over_policy::apply) {
        for (const std::uint32_t revision : to_make_up_for(connection, h, rows, direction::up, chosen)) {
            ids.push_back(h.id(revision));
        }
    }
    for (const step& one : todo.steps) {
        ids.push_back(h.id(one.revision));
    }
    return ids;
}

std::vector<std::string> current(sqlite3* db, const options& chosen) {
    return sqlite_connection(db, chosen).rows();
}

} // namespace headway
