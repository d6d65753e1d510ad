#pragma once

#include "postgresql/made_server.hpp"
#include "postgresql/planted.hpp"

#include <string>
#include <vector>

namespace headway::tests {

/// What a campaign has tried and found.
struct fault_tally {
    int faults = 0;
    int rounds = 0;
    std::vector<std::string> failures{};
};

/// How much of it, and with which mistake.
struct fault_order {
    bool full = false;
    server_bug bug = server_bug::none;
    unsigned seed = 1;
};

/// 14 revisions, of which 3 make an index concurrently. All of the others leave a trace when they run.
[[nodiscard]] const postgresql_history& faulty_history();

/// What is wrong with a database that has been brought to the head; empty if all is right.
[[nodiscard]] std::string wrong_at_head(const client&);

/// Upgrades a database that was left by a fault, and says what is wrong with it then.
[[nodiscard]] std::string wrong_after_resuming(const std::string& database, server_bug);

fault_tally many_launchers(const fault_order&);
fault_tally killed_launchers(const fault_order&);
fault_tally terminated_sessions(const fault_order&);
fault_tally cut_connections(const fault_order&);
fault_tally restarted_servers(const fault_order&);

} // namespace headway::tests
