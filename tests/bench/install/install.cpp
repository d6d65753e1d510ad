// Prints the least CPU time, in ms, that a new database takes: install FILE|:memory: RUNS

#include HISTORY_HEADER

#include <headway/headway.hpp>
#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <limits>

namespace {

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

int main(int count, char** words) {
    if (count != 3) return 2;
    double least = std::numeric_limits<double>::max();
    for (int run = std::atoi(words[2]); run > 0; --run) {
        std::remove(words[1]);
        sqlite3* db = nullptr;
        if (sqlite3_open(words[1], &db) != SQLITE_OK) return 1;
        const double begin = cpu_ms();
        const auto report = headway::upgrade(db, HISTORY);
        least = std::min(least, cpu_ms() - begin);
        sqlite3_close(db);
        if (report.steps.size() != HISTORY.count) return 1;
    }
    std::printf("%.4f\n", least);
    return 0;
}
