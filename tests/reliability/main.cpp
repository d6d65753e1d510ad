// Runs the fault campaigns and prints what they found.
//
//   headway_reliability [--full] [--seed N] [--workers N] [--only WORD] [--planted]

#include "campaign.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace headway::reliability {
namespace {

struct campaign {
    std::string_view word;
    const char* fault;
    tally (*run)(const scenario&, const order&);
    journey way = journey::upgrade;
};

constexpr campaign campaigns[] = {
    {"files", "Nth file operation fails, 4 journals", file_faults},
    {"death", "process death at every file operation", process_deaths},
    {"back-files", "Nth file operation fails, stepping back", file_faults, journey::step_back},
    {"back-death", "process death, stepping back", process_deaths, journey::step_back},
    {"endings", "a statement ends the transaction, in 6 ways", ended_transactions},
    {"settings", "12 unusual settings of the host", unusual_settings, journey::sensitive},
    {"code-files", "Nth file operation fails, in C++", file_faults, journey::code},
    {"code-death", "process death at every file operation, in C++", process_deaths, journey::code},
    {"code-power", "power loss, in C++", power_losses, journey::code},
    {"code-memory", "Nth malloc fails, in C++", memory_faults, journey::code},
    {"code-kill", "SIGKILL of random launchers, in C++", kills, journey::code},
    {"new-files", "Nth file operation fails, new file", file_faults, journey::install},
    {"new-death", "process death, new file", process_deaths, journey::install},
    {"new-power", "power loss, new file", power_losses, journey::install},
    {"new-memory", "Nth malloc fails, new file", memory_faults, journey::install},
    {"new-kill", "SIGKILL of random launchers, new file", kills, journey::install},
    {"power", "power loss, sectors torn and reordered", power_losses},
    {"memory", "Nth malloc fails, SQLite's and Headway's", memory_faults},
    {"kill", "SIGKILL of random launchers among 32", kills},
};

/// Which bugs each harness must find.
struct control {
    std::string_view word;
    planted_bug bug;
    const char* one = nullptr; ///< The only ending or setting.
};
constexpr control single_controls[] = {
    {"files", planted_bug::foreign_keys_inside},
    {"files", planted_bug::version_rows_outside},
    {"death", planted_bug::foreign_keys_inside},
    {"death", planted_bug::version_rows_outside},
    {"back-files", planted_bug::version_rows_outside},
    {"back-death", planted_bug::version_rows_outside},
    {"code-files", planted_bug::version_rows_outside},
    {"code-death", planted_bug::foreign_keys_inside},
    {"code-memory", planted_bug::version_rows_outside},
    {"code-kill", planted_bug::version_rows_outside},
    {"new-files", planted_bug::log_missing},
    {"new-death", planted_bug::log_missing},
    {"new-kill", planted_bug::no_guard},
    {"power", planted_bug::version_rows_outside},
    {"power", planted_bug::unsynced},
    {"memory", planted_bug::foreign_keys_inside},
    {"memory", planted_bug::version_rows_outside},
    {"kill", planted_bug::no_reread},
    {"kill", planted_bug::version_rows_outside},
};

std::vector<control> all_controls() {
    std::vector<control> all(std::begin(single_controls), std::end(single_controls));
    for (const ending& each : endings) {
        all.push_back({"endings", planted_bug::end_unseen, each.name});
    }
    for (const host_setting& each : host_settings_tried) {
        if (!each.harmless) all.push_back({"settings", planted_bug::setting_kept, each.name});
    }
    return all;
}

std::string with_commas(std::uint64_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3) {
        text.insert(at - 3, 1, ',');
    }
    return text;
}

void print_row(const char* name, const tally& found, double seconds) {
    std::printf("%-46s %9s %6s %8s %6s %8s %8s %6.0f s\n", name, with_commas(found.runs).c_str(),
                with_commas(found.lost).c_str(), with_commas(found.corrupt).c_str(),
                with_commas(found.stuck).c_str(), with_commas(found.unclean).c_str(),
                with_commas(found.crashed).c_str(), seconds);
    std::fflush(stdout);
}

void print_head(const char* title) {
    std::printf("%-46s %9s %6s %8s %6s %8s %8s %8s\n", title, "runs", "lost", "corrupt", "stuck", "unclean",
                "crashed", "time");
}

tally timed(const campaign& one, const order& asked, const char* name) {
    const scenario launches(one.way);
    order how = asked;
    if (one.way == journey::code) how.thinned = 3; // it differs from the plain upgrade in two revisions
    const auto begin = std::chrono::steady_clock::now();
    const tally found = one.run(launches, how);
    print_row(name, found, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    return found;
}

/// The campaigns themselves. Nothing may be found.
bool survives(const order& how, std::string_view only) {
    print_head("fault");
    bool good = true;
    for (const campaign& one : campaigns) {
        if (!only.empty() && only != one.word) continue;
        const tally found = timed(one, how, one.fault);
        good = good && found.runs > 0 && found.failures() == 0;
    }
    return good;
}

/// The campaigns over planted bugs. Each must be found.
bool finds_planted(order how, std::string_view only) {
    print_head("planted bug, and the harness that must find it");
    how.explains = false;
    bool good = true;
    for (const control& planted : all_controls()) {
        if (!only.empty() && only != planted.word) continue;
        how.bug = planted.bug;
        how.one = planted.one;
        for (const campaign& one : campaigns) {
            if (one.word != planted.word) continue;
            const std::string name =
                std::string(one.word) + ": " + (planted.one == nullptr ? name_of(planted.bug) : planted.one);
            const tally found = timed(one, how, name.c_str());
            good = good && found.damage() > 0;
        }
    }
    return good;
}

} // namespace
} // namespace headway::reliability

int main(int argc, char** argv) {
    using namespace headway::reliability;
    install_memory_faults();
    order how;
    bool planted = false;
    std::string_view only;
    for (int at = 1; at < argc; ++at) {
        const std::string_view word = argv[at];
        const bool has_value = at + 1 < argc;
        if (word == "--full") {
            how.full = true;
        } else if (word == "--planted") {
            planted = true;
        } else if (word == "--seed" && has_value) {
            how.seed = std::strtoull(argv[++at], nullptr, 10);
        } else if (word == "--workers" && has_value) {
            how.workers = static_cast<unsigned>(std::strtoul(argv[++at], nullptr, 10));
        } else if (word == "--only" && has_value) {
            only = argv[++at];
        } else {
            std::fprintf(stderr, "unknown argument %s\n", argv[at]);
            return 2;
        }
    }
    std::printf("seed %llu\n", static_cast<unsigned long long>(how.seed));
    return (planted ? finds_planted(how, only) : survives(how, only)) ? 0 : 1;
}
