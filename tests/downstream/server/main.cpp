// A backend that brings its own PostgreSQL database up to date when it is launched: that of PGHOST,
// PGDATABASE and their like, or of a connection string.
#include "server_migrations.hpp"
#include "server_revisions.hpp"

#include <headway/postgresql.hpp>

#include <libpq-fe.h>

#include <exception>
#include <iostream>
#include <memory>
#include <stdexcept>

int main(int argc, char** argv) try {
    const std::unique_ptr<PGconn, void (*)(PGconn*)> db(PQconnectdb(argc > 1 ? argv[1] : ""), PQfinish);
    if (PQstatus(db.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(db.get()));
    const headway::report report = headway::upgrade(db.get(), server_migrations::history);
    if (report.up_to_date()) {
        std::cout << "The database is up to date at " << server::head << ".\n";
        return 0;
    }
    std::cout << "Applied " << report.steps.size() << " revisions:\n";
    for (const auto& step : report.steps)
        std::cout << "  " << step.revision << "  " << step.summary << '\n';
} catch (const std::exception& error) { // headway::error is one, and says what to do
    std::cerr << "server: " << error.what() << '\n';
    return 1;
}
