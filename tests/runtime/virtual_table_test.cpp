#include "catch.hpp"
#include "headway/headway.hpp"
#include "made_database.hpp"
#include "made_history.hpp"

namespace headway::tests {
namespace {

/// A text search and a spatial index that are made, renamed, dropped and made again.
made_history searches() {
    const std::string search = "CREATE VIRTUAL TABLE search USING fts5(body);"
                               "INSERT INTO search (body) VALUES ('a letter');";
    const std::string place = "CREATE VIRTUAL TABLE place USING rtree(id, west, east);"
                              "INSERT INTO place VALUES (1, 2, 3);";
    return made_history({
        {"001", {}, {}, search + place, "DROP TABLE place; DROP TABLE search;"},
        {"002",
         {"001"},
         {},
         "ALTER TABLE search RENAME TO found; INSERT INTO found (found) VALUES ('rebuild');",
         "ALTER TABLE found RENAME TO search;"},
        {"003",
         {"002"},
         {},
         "DROP TABLE found; DROP TABLE place;",
         "CREATE VIRTUAL TABLE found USING fts5(body);" + place},
    });
}

} // namespace

TEST_CASE("virtual tables that another connection has made are altered and dropped") {
    const made_history history = searches();
    const made_file file;
    for (const char* target : {"001", "002", "003"}) {
        const made_database db(file.path()); // a connection that has not met the tables yet
        CHECK(upgrade(db, history, target).steps.size() == 1);
    }
    for (const char* target : {"002", "001", "base"}) {
        const made_database db(file.path());
        CHECK(downgrade(db, history, target).steps.size() == 1);
    }
    const made_database db(file.path());
    CHECK(db.rows("SELECT name FROM sqlite_schema WHERE name IN ('search', 'found', 'place')").empty());
}

} // namespace headway::tests
