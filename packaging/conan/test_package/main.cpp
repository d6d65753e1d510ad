#include "host_migrations.hpp"

#include <headway/headway.hpp>
#include <sqlite3.h>

int main(int, char** arguments) {
    sqlite3* db = nullptr;
    if (sqlite3_open(arguments[1], &db) != SQLITE_OK) return 2;
    headway::upgrade(db, host_migrations::history);
    const bool is_at_head = headway::pending(db, host_migrations::history).empty();
    sqlite3_close(db);
    return is_at_head ? 0 : 1;
}
