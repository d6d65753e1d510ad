#include "headway/headway.hpp"

#include "apply/apply.hpp"
#include "plan/table_kind.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/one_sqlite.hpp"

namespace headway {
using namespace detail;

report upgrade(sqlite3* db, const history& h, std::string_view target, const options& chosen) {
    require_one_sqlite(h);
    require_kind(h, engine::sqlite);
    const bool fast = target == "head" && h.head_count == 1 && chosen.verify.function() == nullptr &&
                      chosen.on_passed_over == passed_over_policy::refuse;
    if (fast && is_exactly(db, chosen, h.id(h.heads[0]))) return {};
    sqlite_connection connection(db, chosen);
    return apply(
        connection, h, direction::up, [&](const auto& rows) { return plan_upgrade(h, rows, target); },
        chosen);
}

report downgrade(sqlite3* db, const history& h, std::string_view target, const options& chosen) {
    require_one_sqlite(h);
    sqlite_connection connection(db, chosen);
    return apply(
        connection, h, direction::down, [&](const auto& rows) { return plan_downgrade(h, rows, target); },
        chosen);
}

std::vector<std::string> stamp(sqlite3* db, const history& h, const std::vector<std::string_view>& targets,
                               const options& chosen) {
    require_one_sqlite(h);
    sqlite_connection connection(db, chosen);
    return apply_stamp(
        connection, h, [&](const auto& rows) { return plan_stamp(h, rows, targets); }, chosen);
}

std::vector<std::string_view> pending(sqlite3* db, const history& h, std::string_view target,
                                      const options& chosen) {
    require_one_sqlite(h);
    sqlite_connection connection(db, chosen);
    return find_pending(connection, h, target, chosen);
}

std::vector<std::string> current(sqlite3* db, const options& chosen) {
    return sqlite_connection(db, chosen).rows();
}

} // namespace headway
