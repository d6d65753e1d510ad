// Runs the fault campaigns of PostgreSQL and prints what they found; with_server.sh starts it.
//
//   headway_postgresql_faults [--full] [--planted] [--only WORD] [--seed N]

#include "postgresql/faults.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iterator>
#include <string_view>

namespace headway::tests {
namespace {

struct fault_campaign {
    std::string_view word;
    const char* fault;
    fault_tally (*run)(const fault_order&);
};

constexpr fault_campaign fault_campaigns[] = {
    {"launchers", "launchers at once on an empty database", many_launchers},
    {"kill", "SIGKILL of random launchers", killed_launchers},
    {"terminate", "pg_terminate_backend at random", terminated_sessions},
    {"cut", "connection cut at every message", cut_connections},
    {"restart", "server stopped with -m immediate", restarted_servers},
};

/// Which bugs each harness must find.
struct fault_control {
    std::string_view word;
    server_bug bug;
};
constexpr fault_control fault_controls[] = {
    {"launchers", server_bug::no_lock},        {"launchers", server_bug::no_reread},
    {"kill", server_bug::index_unrepaired},    {"cut", server_bug::rows_outside},
    {"cut", server_bug::index_unrepaired},     {"terminate", server_bug::index_unrepaired},
    {"restart", server_bug::index_unrepaired},
};

const fault_campaign& find_campaign(std::string_view word) {
    return *std::find_if(std::begin(fault_campaigns), std::end(fault_campaigns),
                         [&](const fault_campaign& each) { return each.word == word; });
}

int run_campaigns(std::string_view only, fault_order order) {
    int failures = 0;
    std::printf("%-44s %8s %8s %8s\n", "fault", "faults", "rounds", "failed");
    for (const fault_campaign& each : fault_campaigns) {
        if (!only.empty() && each.word != only) continue;
        const fault_tally found = each.run(order);
        std::printf("%-44s %8d %8d %8zu\n", each.fault, found.faults, found.rounds, found.failures.size());
        std::fflush(stdout);
        for (std::size_t at = 0; at < std::min<std::size_t>(found.failures.size(), 3); ++at) {
            std::printf("  %s\n", found.failures[at].c_str());
        }
        failures += static_cast<int>(found.failures.size());
    }
    return failures == 0 ? 0 : 1;
}

/// A harness that finds nothing proves nothing.
int run_controls(std::string_view only, fault_order order) {
    int missed = 0;
    for (const fault_control& each : fault_controls) {
        if (!only.empty() && each.word != only) continue;
        order.bug = each.bug;
        fault_tally found;
        for (unsigned attempt = 1; attempt <= 20 && found.failures.empty(); ++attempt) {
            order.seed = attempt;
            found = find_campaign(each.word).run(order);
        }
        std::printf("%-12s %-18s %s\n", std::string(each.word).c_str(), name_of(each.bug),
                    found.failures.empty() ? "MISSED" : "found");
        std::fflush(stdout);
        missed += found.failures.empty() ? 1 : 0;
    }
    return missed == 0 ? 0 : 1;
}

int run_faults(int count, char** arguments) {
    fault_order order;
    std::string_view only;
    bool planted = false;
    for (int at = 1; at < count; ++at) {
        const std::string_view word = arguments[at];
        if (word == "--full")
            order.full = true;
        else if (word == "--planted")
            planted = true;
        else if (word == "--only" && at + 1 < count)
            only = arguments[++at];
        else if (word == "--seed" && at + 1 < count)
            order.seed = static_cast<unsigned>(std::strtoul(arguments[++at], nullptr, 10));
        else {
            std::fprintf(stderr,
                         "usage: headway_postgresql_faults [--full] [--planted] [--only WORD] [--seed N]\n");
            return 2;
        }
    }
    return planted ? run_controls(only, order) : run_campaigns(only, order);
}

} // namespace
} // namespace headway::tests

int main(int count, char** arguments) try {
    setenv("PGOPTIONS", "-c client_min_messages=error",
           1); // servers that are stopped tell whoever comes just then
    return headway::tests::run_faults(count, arguments);
} catch (const std::exception& failed) {
    std::fprintf(stderr, "%s\n", failed.what());
    return 1;
}
