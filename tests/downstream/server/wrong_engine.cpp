// Does not compile: a history for SQLite is given to a server.
#include "file_migrations.hpp"

#include <headway/postgresql.hpp>

void upgrade_server(pg_conn* db) {
    headway::upgrade(db, file_migrations::history);
}

int main() {}
