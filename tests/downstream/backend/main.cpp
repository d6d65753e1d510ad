// A backend that brings its own database up to date when it is launched.
#include "backend_migrations.hpp"
#include "backend_revisions.hpp"

#include <headway/headway.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <exception>
#include <iomanip>
#include <iostream>
#include <string>

// This code is written for that schema; whoever adds a revision is sent here.
static_assert(backend::head == "122b81ebc3d7");

namespace {

double milliseconds(std::chrono::nanoseconds duration) {
    return std::chrono::duration<double, std::milli>(duration).count();
}

void print(const headway::report& report) {
    if (report.up_to_date()) {
        std::cout << "The database is up to date at " << backend::head << ".\n";
        return;
    }
    std::cout << "Applied " << report.steps.size() << " revisions" << (report.installed ? " at once" : "")
              << " in " << milliseconds(report.duration) << " ms:\n";
    for (const auto& step : report.steps) {
        std::cout << "  " << std::left << std::setw(14) << step.revision << step.summary;
        if (!report.installed) std::cout << " (" << milliseconds(step.duration) << " ms)";
        std::cout << '\n';
    }
}

void print_schema(SQLite::Database& db, const std::string& type) {
    SQLite::Statement names(db,
                            "SELECT name FROM sqlite_schema WHERE type = ? AND sql NOT NULL ORDER BY name");
    names.bind(1, type);
    while (names.executeStep())
        std::cout << "  " << names.getColumn(0).getString() << '\n';
}

} // namespace

int main(int argc, char** argv) try {
    // Headway waits for other launches; what this program asks itself waits for five seconds.
    SQLite::Database db(argc > 1 ? argv[1] : "backend.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                        5'000);
    std::cout << std::fixed << std::setprecision(2);
    print(headway::upgrade(db, backend_migrations::history));

    std::cout << "Tables:\n";
    print_schema(db, "table");
    std::cout << "Indexes:\n";
    print_schema(db, "index");
} catch (const std::exception& error) { // headway::error is one, and says what to do
    std::cerr << "backend: " << error.what() << '\n';
    return 1;
}
