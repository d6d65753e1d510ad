#include "campaign.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <random>
#include <vector>

namespace headway::reliability {
namespace {

constexpr unsigned launchers = 32;

/// Thirty-two processes that wait for a word, then launch on one file.
std::vector<pid_t> make_ready(const scenario& upgrade, const host& from, bool explains,
                              const int (&gate)[2]) {
    std::vector<pid_t> processes;
    for (unsigned number = 0; number < launchers; ++number) {
        const pid_t process = fork();
        if (process == 0) {
            close(gate[1]);
            char word = 0;
            (void)!read(gate[0], &word, 1); // until the other end is closed
            const launched launch = upgrade.launch(from);
            if (!launch.succeeded && explains) std::fprintf(stderr, "a launch failed: %s\n", launch.reason);
            _exit(!launch.succeeded ? 1 : launch.left_behind == nullptr ? 0 : 2);
        }
        processes.push_back(process);
    }
    return processes;
}

/// Kills some of them at random moments. How it ended for each is its place in the result.
std::vector<int> kill_some(std::vector<pid_t> processes, std::mt19937_64& chance) {
    std::shuffle(processes.begin(), processes.end(), chance);
    const std::size_t victims = launchers / 2 + chance() % (launchers / 2 + 1);
    for (std::size_t victim = 0; victim < victims; ++victim) {
        usleep(static_cast<useconds_t>(chance() % 400));
        kill(processes[victim], SIGKILL);
    }
    std::vector<int> ends;
    for (const pid_t process : processes) {
        waitpid(process, &ends.emplace_back(), 0);
    }
    return ends;
}

/// One launch of thirty-two. Adds the number of those that were killed to `runs`.
void round(const scenario& upgrade, const order& how, std::mt19937_64& chance, const std::string& path,
           tally& found) {
    host from{path, nullptr, journals[chance() % std::size(journals)],
              transactions[chance() % std::size(transactions)], how.bug};
    from.waits = chance() % 2 == 0;
    from.explains = how.explains;
    upgrade.write_start(path, from.journal);
    int gate[2];
    if (pipe(gate) != 0) return;
    const std::vector<pid_t> processes = make_ready(upgrade, from, how.explains, gate);
    close(gate[0]);
    close(gate[1]);
    const std::vector<int> ends = kill_some(processes, chance);
    const auto with = [&](auto test) {
        return static_cast<std::uint64_t>(std::count_if(ends.begin(), ends.end(), test));
    };
    const std::uint64_t failed = with([](int end) { return WIFEXITED(end) && WEXITSTATUS(end) == 1; });
    const std::uint64_t finished = with([](int end) { return WIFEXITED(end) && WEXITSTATUS(end) == 0; });
    tally here;
    here.count(upgrade.inspect(from, finished));
    here.runs = with([](int end) { return WIFSIGNALED(end) && WTERMSIG(end) == SIGKILL; });
    here.stuck += failed;
    here.unclean += with([](int end) { return WIFEXITED(end) && WEXITSTATUS(end) == 2; });
    here.crashed += with([](int end) { return WIFSIGNALED(end) && WTERMSIG(end) != SIGKILL; });
    if (here.failures() > 0 && how.explains)
        std::fprintf(stderr, "lost %d, corrupt %d, launches that failed %d: journal %s\n",
                     static_cast<int>(here.lost), static_cast<int>(here.corrupt),
                     static_cast<int>(here.stuck), from.journal);
    found += here;
}

} // namespace

tally kills(const scenario& upgrade, const order& how) {
    const workshop shop;
    std::mt19937_64 chance(how.seed);
    const std::uint64_t wanted = how.full ? 10'000 : how.bug != planted_bug::none ? 3'000 : 100;
    tally found;
    while (found.runs < wanted && !how.is_met_by(found)) {
        round(upgrade, how, chance, shop.database(), found);
    }
    return found;
}

} // namespace headway::reliability
