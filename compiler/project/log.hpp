#pragma once

#include "project/settings.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// A line of the audit trail that the runtime keeps in `headway_log`.
struct log_line {
    std::int64_t sequence;
    std::string revision;
    std::string operation; ///< `upgrade`, `downgrade` or `stamp`.
    std::string checksum;
    std::string started;  ///< ISO 8601, UTC.
    std::string finished; ///< As `started`.
    std::int64_t duration_us;
    std::string headway; ///< Version.
    std::string application;
    std::string application_version;
};

/// The lines of the history with this project's version table, oldest first; none without such a log. Throws
/// headway::error.
[[nodiscard]] std::vector<log_line> read_log(SQLite::Database&, const settings&);

} // namespace headway::compiler
