#include "campaign.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <vector>

namespace headway::reliability {

tally& tally::operator+=(const tally& other) noexcept {
    runs += other.runs;
    lost += other.lost;
    corrupt += other.corrupt;
    stuck += other.stuck;
    unclean += other.unclean;
    crashed += other.crashed;
    return *this;
}

void tally::count(verdict found) noexcept {
    ++runs;
    switch (found) {
    case verdict::intact:
        break;
    case verdict::lost:
        ++lost;
        break;
    case verdict::corrupt:
        ++corrupt;
        break;
    case verdict::stuck:
        ++stuck;
        break;
    }
}

workshop::workshop() {
    const std::filesystem::path memory = "/dev/shm";
    const bool has_memory = access(memory.c_str(), W_OK) == 0;
    directory_ = ((has_memory ? memory : std::filesystem::temp_directory_path()) / "headway-XXXXXX").string();
    if (mkdtemp(directory_.data()) == nullptr) throw std::runtime_error("no directory to work in");
}

workshop::~workshop() {
    std::error_code ignored;
    std::filesystem::remove_all(directory_, ignored);
}

tally in_workers(const order& how, const std::function<tally(unsigned)>& work) {
    struct worker {
        pid_t process;
        int results;
    };
    std::vector<worker> workers;
    for (unsigned number = 0; number < how.workers; ++number) {
        int ends[2];
        if (pipe(ends) != 0) throw std::runtime_error("no pipe");
        const pid_t process = fork();
        if (process == 0) {
            std::vector<worker>().swap(workers); // nobody frees them when this process exits
            const tally found = work(number);
            const bool written = write(ends[1], &found, sizeof found) == sizeof found;
            _exit(written ? 0 : 1);
        }
        close(ends[1]);
        workers.push_back({process, ends[0]});
    }
    tally sum;
    for (const worker& one : workers) {
        tally found;
        const bool complete = read(one.results, &found, sizeof found) == sizeof found;
        close(one.results);
        int status = 0;
        waitpid(one.process, &status, 0);
        if (complete && status == 0) {
            sum += found;
        } else {
            ++sum.crashed;
        }
    }
    return sum;
}

} // namespace headway::reliability
