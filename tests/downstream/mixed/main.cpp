// Upgrades the database that is named, takes it back, or runs SQL on it, with what the program has:
//   mixed DATABASE [(up | down) REVISION | run SQL]
#include "mixed_migrations.hpp"

#include <headway/headway.hpp>

#include <sqlite3.h>

#include <cstdio>
#include <stdexcept>
#include <string_view>

void headway_setup(sqlite3*);

int main(int argc, char** argv) {
    sqlite3* db = nullptr;
    sqlite3_open(argv[1], &db);
    int code = 0;
    try {
        headway_setup(db);
        const std::string_view verb = argc == 4 ? argv[2] : "up";
        const std::string_view target = argc == 4 ? argv[3] : "head";
        if (verb == "run") {
            if (sqlite3_exec(db, argv[3], nullptr, nullptr, nullptr) != SQLITE_OK)
                throw std::runtime_error(sqlite3_errmsg(db));
            return sqlite3_close(db);
        }
        const headway::report done = verb == "down"
                                         ? headway::downgrade(db, mixed_migrations::history, target)
                                         : headway::upgrade(db, mixed_migrations::history, target);
        for (const headway::applied_step& step : done.steps) {
            std::printf("%s %.*s\n", step.way == headway::direction::up ? "applied" : "took back",
                        static_cast<int>(step.revision.size()), step.revision.data());
        }
    } catch (const std::exception& failed) {
        std::fprintf(stderr, "%s\n", failed.what());
        code = 1;
    }
    sqlite3_close(db);
    return code;
}
