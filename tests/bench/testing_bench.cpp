// What the proof in the program costs beside one plain replay, and what a database for a test costs. Figures
// are the least CPU time of several runs.

#include "../runtime/made_image.hpp"
#include "headway/testing.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <limits>
#include <stdexcept>
#include <string>

namespace {

using namespace headway;
using tests::made_database;
using tests::made_imaged_history;
using tests::spelled_revision;

double cpu_us() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

template <class Act>
double least(int runs, Act act) {
    double best = std::numeric_limits<double>::max();
    for (int run = 0; run < runs; ++run) {
        const double begin = cpu_us();
        act();
        best = std::min(best, cpu_us() - begin);
    }
    return best;
}

/// So many revisions of a table and an index each.
std::vector<spelled_revision> tables_and_indexes(int count) {
    std::vector<spelled_revision> made;
    for (int index = 0; index < count; ++index) {
        const std::string t = "t" + std::to_string(index);
        spelled_revision one{"r" + std::to_string(100'000 + index), {}, {}};
        if (!made.empty()) one.revises.push_back(made.back().id);
        one.up =
            "CREATE TABLE " + t +
            " (\n    id INTEGER PRIMARY KEY,\n    name TEXT NOT NULL,\n    made_at DATETIME NOT NULL\n);\n"
            "CREATE INDEX ix_" +
            t + "_name ON " + t + " (name);\n";
        one.down = "DROP INDEX ix_" + t + "_name;\nDROP TABLE " + t + ";\n";
        made.push_back(std::move(one));
    }
    return made;
}

/// By sqlite3_exec in one transaction.
double plain_replay(const std::vector<spelled_revision>& revisions) {
    return least(5, [&] {
        const made_database db;
        db.run("BEGIN");
        for (const spelled_revision& one : revisions) {
            db.run(one.up);
        }
        db.run("COMMIT");
    });
}

void measure(int count, int runs) {
    const std::vector<spelled_revision> revisions = tables_and_indexes(count);
    const double replay = plain_replay(revisions);
    const made_imaged_history imaged(revisions);
    const history h = imaged;
    const double proof = least(3, [&] {
        if (testing::prove(h, {}, stdout) != 0) throw std::runtime_error("the proof fails");
    });
    std::printf("%5d revisions: one plain replay %9.1f us, the proof in the program %9.1f us, %.2f times\n",
                count, replay, proof, proof / replay);
    const double first = least(runs, [&] {
        const testing::database db(nullptr);
        static_cast<void>(upgrade(db, h));
    });
    const double further = least(runs, [&] { testing::database db(h); });
    std::printf(
        "%5d revisions: a database at the head %9.1f us, 1/%.0f of the replay; each further one %9.1f us, "
        "1/%.0f\n",
        count, first, replay / first, further, replay / further);
}

} // namespace

int main() {
    measure(2, 300);
    measure(100, 100);
    measure(1000, 20);
    return 0;
}
