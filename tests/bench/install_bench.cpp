// What a new database costs that is installed from an image, beside the replay of the same history. Prints
// ratios against a baseline measured in the same run, by CPU time; each figure is the least of several runs,
// in turns.

#include "../runtime/made_image.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <limits>
#include <stdexcept>

namespace {

using namespace headway;
using tests::made_database;
using tests::made_file;
using tests::made_history;
using tests::made_imaged_history;
using tests::spelled_revision;

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// A chain of revisions by their up and down sections.
class chain {
public:
    void add(std::string up, std::string down) {
        spelled_revision one{"r" + std::to_string(100'000 + made_.size()), {}, {}};
        if (!made_.empty()) one.revises.push_back(made_.back().id);
        one.up = std::move(up);
        one.down = std::move(down);
        made_.push_back(std::move(one));
    }
    [[nodiscard]] std::vector<spelled_revision> take() { return std::move(made_); }

private:
    std::vector<spelled_revision> made_;
};

/// A: 1,000 revisions of a table and an index each.
std::vector<spelled_revision> tables_and_indexes() {
    chain made;
    for (int index = 0; index < 1000; ++index) {
        const std::string t = "t" + std::to_string(index);
        made.add("CREATE TABLE " + t +
                     " (\n    id INTEGER PRIMARY KEY,\n    name TEXT NOT NULL,\n    made_at DATETIME NOT "
                     "NULL\n);\n"
                     "CREATE INDEX ix_" +
                     t + "_name ON " + t + " (name);\n",
                 "DROP INDEX ix_" + t + "_name;\nDROP TABLE " + t + ";\n");
    }
    return made.take();
}

/// B: 1,000 revisions over 100 tables: of each, five columns, an index, and rebuilds that take columns along.
std::vector<spelled_revision> changes_of_tables() {
    chain made;
    for (int table = 0; table < 100; ++table) {
        const std::string t = "t" + std::to_string(table);
        made.add("CREATE TABLE " + t + " (id INTEGER PRIMARY KEY, name TEXT NOT NULL);",
                 "DROP TABLE " + t + ";");
    }
    for (int change = 0; change < 9; ++change) {
        for (int table = 0; table < 100; ++table) {
            const std::string t = "t" + std::to_string(table);
            const std::string column = "c" + std::to_string(change);
            if (change % 3 < 2) {
                made.add("ALTER TABLE " + t + " ADD COLUMN " + column + " TEXT;",
                         "ALTER TABLE " + t + " DROP COLUMN " + column + ";");
                continue;
            }
            std::string columns = "id INTEGER PRIMARY KEY, name TEXT NOT NULL";
            std::string names = "id, name";
            for (int before = 0; before < change; ++before) {
                if (before % 3 == 2) continue;
                columns += ", c" + std::to_string(before) + " TEXT DEFAULT ''";
                names += ", c" + std::to_string(before);
            }
            made.add("CREATE TABLE new_" + t + " (" + columns + ");\nINSERT INTO new_" + t + " SELECT " +
                         names + " FROM " + t + ";\nDROP TABLE " + t + ";\nALTER TABLE new_" + t +
                         " RENAME TO " + t + ";",
                     "SELECT 1;");
        }
    }
    return made.take();
}

/// C: 20 tables with 5,000 rows.
std::vector<spelled_revision> seeds() {
    chain made;
    for (int table = 0; table < 20; ++table) {
        const std::string t = "t" + std::to_string(table);
        std::string up = "CREATE TABLE " + t +
                         " (id INTEGER PRIMARY KEY, name TEXT NOT NULL, place TEXT);\n"
                         "CREATE INDEX ix_" +
                         t + " ON " + t + " (name);\n";
        for (int row = 0; row < 250; ++row) {
            up += "INSERT INTO " + t + " VALUES (" + std::to_string(row) + ", 'name " +
                  std::to_string(row * 7919 % 1000) + "', 'a place that takes some room " +
                  std::to_string(row) + "');\n";
        }
        made.add(up, "DROP TABLE " + t + ";");
    }
    return made.take();
}

/// The least CPU time, in ms, of an upgrade of a new file, or in memory.
double least(const history& h, bool in_memory, bool installed, double best) {
    const made_file file;
    const made_database db(in_memory ? ":memory:" : file.path());
    const double begin = cpu_ms();
    if (upgrade(db, h).installed != installed) throw std::runtime_error("it was not made as it should be");
    return std::min(best, cpu_ms() - begin);
}

void compare(const char* what, std::vector<spelled_revision> revisions, int runs) {
    const made_history replayed(revisions);
    const made_imaged_history imaged(std::move(revisions));
    const history h = imaged;
    for (const bool in_memory : {false, true}) {
        double ours = std::numeric_limits<double>::max();
        double baseline = ours;
        for (int run = 0; run < runs; ++run) {
            for (int again = 0; again < 5; ++again)
                ours = least(h, in_memory, true, ours);
            baseline = least(replayed, in_memory, false, baseline);
        }
        std::printf("%-46s %10.3f ms, baseline %10.3f ms, ratio %.4f\n",
                    (std::string("new database, ") + what + (in_memory ? ", in memory" : ", file")).c_str(),
                    ours, baseline, ours / baseline);
    }
    std::printf("%-46s %10u bytes, of %u\n", "  its image without zeros", h.image.packed_size, h.image.size);
}

} // namespace

int main() {
    compare("1,000 tables", tables_and_indexes(), 3);
    compare("1,000 changes of 100 tables", changes_of_tables(), 3);
    compare("5,000 rows in 20 tables", seeds(), 5);
    compare("one table", {{"001", {}, {}, "CREATE TABLE t (a INTEGER PRIMARY KEY);", "DROP TABLE t;"}}, 30);
    return 0;
}
