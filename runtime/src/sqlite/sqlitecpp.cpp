#include "headway/headway.hpp"

#include <SQLiteCpp/Database.h>

/// The overloads for SQLiteCpp, in a file of their own: a host that does not call them does not link it.
namespace headway {

report upgrade(SQLite::Database& db, const history& h, std::string_view target, const options& chosen) {
    return upgrade(db.getHandle(), h, target, chosen);
}

report downgrade(SQLite::Database& db, const history& h, std::string_view target, const options& chosen) {
    return downgrade(db.getHandle(), h, target, chosen);
}

std::vector<std::string> stamp(SQLite::Database& db, const history& h,
                               const std::vector<std::string_view>& targets, const options& chosen) {
    return stamp(db.getHandle(), h, targets, chosen);
}

std::vector<std::string_view> pending(SQLite::Database& db, const history& h, std::string_view target,
                                      const options& chosen) {
    return pending(db.getHandle(), h, target, chosen);
}

std::vector<std::string> current(SQLite::Database& db, const options& chosen) {
    return current(db.getHandle(), chosen);
}

} // namespace headway
