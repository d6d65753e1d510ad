#include "apply/apply.hpp"
#include "apply/newer.hpp"
#include "apply/passed_over.hpp"

namespace headway::detail {

std::vector<std::string_view> find_pending(connection& of, const history& h, std::string_view target,
                                           const options& chosen) {
    const auto make_plan = [&](const auto& rows) { return plan_upgrade(h, rows, target); };
    const auto [rows, first] = rows_to_set_out_from(of, h, make_plan, chosen);
    plan todo = make_plan(rows);
    std::vector<std::string_view> ids;
    for (const std::uint32_t revision : first) {
        ids.push_back(h.id(revision));
    }
    if (!todo.steps.empty() || chosen.on_passed_over == passed_over_policy::apply) {
        const passed_over found = to_make_up_for(of, h, rows, direction::up, chosen);
        if (!found.crossed.empty()) todo = make_plan(found.rows);
        for (const std::uint32_t revision : found.revisions) {
            ids.push_back(h.id(revision));
        }
    }
    for (const step& one : todo.steps) {
        ids.push_back(h.id(one.revision));
    }
    return ids;
}

} // namespace headway::detail
