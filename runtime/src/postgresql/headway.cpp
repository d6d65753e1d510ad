#include "headway/postgresql.hpp"

#include "apply/apply.hpp"
#include "plan/table_kind.hpp"
#include "postgresql/connection.hpp"

namespace headway {
using namespace detail;

report upgrade(PGconn* db, const postgresql_history& h, std::string_view target, const options& chosen) {
    postgresql_connection connection(db, chosen);
    require_kind(h.of, engine::postgresql);
    const bool fast = target == "head" && h.of.head_count == 1 && chosen.verify.function() == nullptr &&
                      chosen.on_passed_over == passed_over_policy::refuse;
    if (fast && connection.is_exactly(h.of.id(h.of.heads[0]))) return {};
    return apply(
        connection, h.of, direction::up, [&](const auto& rows) { return plan_upgrade(h.of, rows, target); },
        chosen);
}

report downgrade(PGconn* db, const postgresql_history& h, std::string_view target, const options& chosen) {
    postgresql_connection connection(db, chosen);
    return apply(
        connection, h.of, direction::down,
        [&](const auto& rows) { return plan_downgrade(h.of, rows, target); }, chosen);
}

std::vector<std::string> stamp(PGconn* db, const postgresql_history& h,
                               const std::vector<std::string_view>& targets, const options& chosen) {
    postgresql_connection connection(db, chosen);
    return apply_stamp(
        connection, h.of, [&](const auto& rows) { return plan_stamp(h.of, rows, targets); }, chosen);
}

std::vector<std::string_view> pending(PGconn* db, const postgresql_history& h, std::string_view target,
                                      const options& chosen) {
    postgresql_connection connection(db, chosen);
    return find_pending(connection, h.of, target, chosen);
}

std::vector<std::string> current(PGconn* db, const options& chosen) {
    return postgresql_connection(db, chosen).rows();
}

} // namespace headway
