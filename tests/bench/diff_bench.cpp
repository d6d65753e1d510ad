// Diffing two schemas of 1,000 tables and 3,000 indexes, against SQLite creating both once.
//   diff_bench                  prints that
//   diff_bench --pairs FILE...  prints the CPU time that the pair of each file takes, for before.sh
#include "diff/diff.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <chrono>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <map>
#include <stdexcept>

namespace headway::compiler {} // namespace headway::compiler
namespace {

using namespace headway;
using namespace headway::compiler;

/// Seconds of CPU time, since machines are busy; the least of a few.
double seconds_of(const std::function<void()>& work, int runs = 3) {
    double best = 0;
    for (int run = 0; run < runs; ++run) {
        const std::clock_t begin = std::clock();
        work();
        const double took = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        if (run == 0 || took < best) best = took;
    }
    return best;
}

/// A table is `retyped` if it has to be rebuilt, `wider` if a column is to be added; each has three indexes.
std::string make_schema(int tables, const std::function<bool(int)>& retyped,
                        const std::function<bool(int)>& wider) {
    std::string result;
    for (int table = 0; table < tables; ++table) {
        result += fmt::format(
            "-- Table {0}.\nCREATE TABLE t{0} (\n    id INTEGER PRIMARY KEY,\n    name TEXT NOT NULL,\n"
            "    created_at DATETIME NOT NULL,\n    parent INTEGER REFERENCES t{1} (id),\n"
            "    value {2} NOT NULL DEFAULT 0{3}\n);\n",
            table, table / 2, retyped(table) ? "REAL" : "INTEGER", wider(table) ? ",\n    note TEXT" : "");
        for (const char* const columns : {"name", "created_at", "parent, value"})
            result += fmt::format("CREATE INDEX ix_{0}_{1} ON t{0} ({2});\n", table, columns[0], columns);
    }
    return result;
}

void create(const std::string& sql) {
    sqlite3* db = nullptr;
    sqlite3_open(":memory:", &db);
    const int code = sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
    sqlite3_close(db);
    if (code != SQLITE_OK) throw std::runtime_error("SQLite refuses the schema");
}

void measure(const char* what, const std::string& before, const std::string& after) {
    const double plain = seconds_of([&] {
        create(before);
        create(after);
    });
    const double took = seconds_of([&] {
        if (!diff(before, after).refusals.empty()) throw std::runtime_error("there is no migration");
    });
    fmt::print("{:46} {:10.3f} s, baseline {:10.3f} s, ratio {:.3f}\n", what, took, plain, took / plain);
}

/// The parts of a file of tests/cases/diff, which begin with a line `-- ==== name`.
std::map<std::string, std::string> read_parts(const std::string& path) {
    std::map<std::string, std::string> result;
    std::string name;
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    for (std::string line; std::getline(file, line);) {
        if (line.compare(0, 8, "-- ==== ") == 0) {
            name = line.substr(8);
        } else {
            result[name].append(line).append("\n");
        }
    }
    return result;
}

void measure_pair(const std::string& path) {
    std::map<std::string, std::string> parts = read_parts(path);
    const double took = seconds_of([&] { static_cast<void>(diff(parts["before"], parts["after"])); }, 5);
    fmt::print("{} {:.3f}\n", path, took * 1e3);
}

} // namespace

int main(int count, char** arguments) {
    if (count > 1 && std::strcmp(arguments[1], "--pairs") == 0) {
        for (int at = 2; at < count; ++at)
            measure_pair(arguments[at]);
        return 0;
    }
    constexpr int tables = 1000;
    const auto none = [](int) { return false; };
    const auto few = [](int rest) { return [rest](int table) { return table % 200 == rest; }; };
    const std::string before = make_schema(tables, none, none);
    measure("two schemas that are alike", before, before);
    measure("5 of 1,000 tables get a column", before, make_schema(tables, none, few(7)));
    measure("5 of 1,000 tables are rebuilt, 5 get a column", before, make_schema(tables, few(5), few(7)));
    measure("10 of 1,000 tables are new", make_schema(tables - 10, none, none), before);
}
