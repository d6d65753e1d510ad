// host FILE: a program that upgrades its database when it is launched, and keeps backups.
#include "host_migrations.hpp"

#include <headway/headway.hpp>
#include <sqlite3.h>

#include <cstdio>
#include <exception>

int main(int count, char** arguments) try {
    sqlite3* db = nullptr;
    if (count != 2 || sqlite3_open(arguments[1], &db) != SQLITE_OK) return 2;
    headway::options chosen;
    chosen.backup = headway::keep_backups(3);
    const headway::report done = headway::upgrade(db, host_migrations::history, "head", chosen);
    std::printf("applied %u\n", static_cast<unsigned>(done.steps.size()));
    sqlite3_close(db);
    return 0;
} catch (const std::exception& failure) {
    std::fprintf(stderr, "host: %s\n", failure.what());
    return 1;
}
