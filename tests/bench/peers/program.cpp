// A program with its history compiled in: program DATABASE
#include "peer_migrations.hpp"

#include <headway/headway.hpp>

#include <sqlite3.h>

#include <cstdio>
#include <exception>

int main(int, char** arguments) try {
    sqlite3* db = nullptr;
    if (sqlite3_open(arguments[1], &db) != SQLITE_OK) return 1;
    headway::upgrade(db, peer_migrations::history);
    return sqlite3_close(db);
} catch (const std::exception& failed) {
    std::fprintf(stderr, "%s\n", failed.what());
    return 1;
}
