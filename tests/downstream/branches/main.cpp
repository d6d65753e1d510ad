// Two databases, each with a history of its own; one history has two lines that never meet. Uses SQLite's own
// handle.
#include "cache_migrations.hpp"
#include "cache_revisions.hpp"
#include "forum.hpp"
#include "forum_revisions.hpp"

#include <headway/headway.hpp>

#include <sqlite3.h>

#include <exception>
#include <iostream>
#include <memory>
#include <string>

static_assert(cache::head == "1");

namespace {

void upgrade(const char* name, const char* file, const headway::history& history) {
    sqlite3* handle = nullptr;
    sqlite3_open(file, &handle);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> db(handle, sqlite3_close);
    headway::upgrade(db.get(), history, "heads");
    std::cout << name << ':';
    for (const std::string& row : headway::current(db.get()))
        std::cout << ' ' << row;
    std::cout << '\n';
}

} // namespace

int main(int argc, char** argv) try {
    if (argc != 3) return 2;
    upgrade("forum", argv[1], forum::history);
    upgrade("cache", argv[2], cache_migrations::history);
} catch (const std::exception& error) {
    std::cerr << "branches: " << error.what() << '\n';
    return 1;
}
