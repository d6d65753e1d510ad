#include "catch.hpp"
#include "made_database.hpp"
#include "made_history.hpp"
#include "made_shop.hpp"

#include "headway/headway.hpp"

namespace headway::tests {
namespace {

constexpr const char* made_anew = "CREATE TABLE new (id INTEGER PRIMARY KEY, v REAL, unit TEXT);\n"
                                  "INSERT INTO new (id, v) SELECT id, v FROM reading;\n"
                                  "DROP TABLE reading;\n"
                                  "ALTER TABLE new RENAME TO reading;\n";

/// A history that makes `reading`, and then does `second` to it.
std::vector<spelled_revision> readings(const std::string& second) {
    return {{"001",
             {},
             {},
             "CREATE TABLE reading (id INTEGER PRIMARY KEY, v REAL);\nCREATE TABLE note (t TEXT, more TEXT);",
             "DROP TABLE note; DROP TABLE reading;"},
            {"002", {"001"}, {}, second, "SELECT 1;"}};
}

/// A database at 001 with two rows, to which the user has done something.
void bring_to_first(const made_database& db, const history& h, const std::string& of_the_user) {
    upgrade(db, h, "001");
    db.run("INSERT INTO reading VALUES (1, 1.5), (2, 2.5)");
    db.run(of_the_user);
}

std::vector<std::string> others(const made_database& db) {
    return db.rows("SELECT sql FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY name");
}

} // namespace

TEST_CASE("views and triggers that no revision made are no obstacle, and stay as they were") {
    const std::string of_the_user = GENERATE(
        std::string("CREATE VIEW mine AS SELECT v FROM reading"),
        std::string("CREATE VIEW \"mine: too\" AS SELECT v FROM reading; CREATE VIEW \"mine\" AS SELECT 1"),
        std::string("CREATE VIEW a AS SELECT v FROM b; CREATE VIEW b AS SELECT v FROM reading"),
        std::string("CREATE VIEW b AS SELECT v FROM reading; CREATE VIEW a AS SELECT * FROM b"),
        std::string(
            "CREATE VIEW mine AS SELECT v FROM reading; CREATE TRIGGER into_mine INSTEAD OF INSERT ON "
            "mine BEGIN INSERT INTO reading (v) VALUES (new.v); END"),
        std::string("CREATE TRIGGER mine AFTER INSERT ON note BEGIN UPDATE reading SET v = v + 1; END"),
        std::string(
            "CREATE TRIGGER of_it AFTER DELETE ON reading BEGIN INSERT INTO note (t) VALUES (old.v); END"));
    const std::string way = GENERATE(std::string(made_anew),
                                     std::string("ALTER TABLE reading RENAME TO old;\n"
                                                 "CREATE TABLE reading (id INTEGER PRIMARY KEY, v REAL);\n"
                                                 "INSERT INTO reading SELECT id, v FROM old;\n"
                                                 "DROP TABLE old;\n"
                                                 "ALTER TABLE note DROP COLUMN more;\n"));
    const made_history h(readings(way));
    const made_database db;
    bring_to_first(db, h, of_the_user);
    const std::vector<std::string> before = others(db);
    CHECK(upgrade(db, h).steps.size() == 1);
    CHECK(db.value("SELECT group_concat(v) FROM reading") == "1.5,2.5");
    CHECK(others(db) == before);
    db.run("INSERT INTO note (t) VALUES ('x')");
    const bool writes = of_the_user.find("TRIGGER mine") != std::string::npos;
    CHECK(db.value("SELECT sum(v) FROM reading") == (writes ? "6.0" : "4.0"));
}

TEST_CASE("a view of others that a renaming has rewritten reads the table that is made anew") {
    const made_history h(readings("ALTER TABLE reading RENAME TO old;\n"
                                  "CREATE TABLE reading (id INTEGER PRIMARY KEY, v REAL);\n"
                                  "INSERT INTO reading SELECT id, v FROM old;\n"
                                  "DROP TABLE old;\n"));
    const made_database db;
    bring_to_first(db, h, "CREATE VIEW mine AS SELECT v FROM reading");
    upgrade(db, h);
    CHECK(db.value("SELECT group_concat(v) FROM mine") == "1.5,2.5");
}

TEST_CASE("a view of others follows a table that has another name for good") {
    const made_history h(
        readings("ALTER TABLE reading RENAME TO measurement;\nALTER TABLE note RENAME more TO less;"));
    const made_database db;
    bring_to_first(db, h, "CREATE VIEW mine AS SELECT v FROM reading");
    upgrade(db, h);
    CHECK(db.value("SELECT group_concat(v) FROM mine") == "1.5,2.5");
    CHECK(others(db).front().find("measurement") != std::string::npos);
}

TEST_CASE("what could not work any more is named, and nothing has changed") {
    const std::string without_v = "CREATE TABLE new (id INTEGER PRIMARY KEY);\n"
                                  "DROP TABLE reading;\n"
                                  "ALTER TABLE new RENAME TO reading;\n";
    const auto [of_the_user, way, name] = GENERATE_COPY(table<std::string, std::string, std::string>({
        {"CREATE VIEW mine AS SELECT v FROM reading", "ALTER TABLE reading DROP COLUMN v;", "view mine"},
        {"CREATE VIEW mine AS SELECT v FROM reading", without_v, "view mine"},
        {"CREATE TRIGGER mine AFTER INSERT ON note BEGIN UPDATE reading SET v = 1; END", without_v,
         "trigger mine"},
        {"CREATE VIEW a AS SELECT v FROM b; CREATE VIEW b AS SELECT v FROM reading",
         "ALTER TABLE reading DROP COLUMN v;", "view a"},
    }));
    const made_history h(readings(way));
    const made_database db;
    bring_to_first(db, h, of_the_user);
    const std::string before = db.dump();
    const error failed = failure_of([&] { upgrade(db, h); });
    CHECK(failed.code() == error_code::drifted);
    INFO(failed.what());
    CHECK(std::string(failed.what()).find(name + ", which no revision made, cannot work after this: ") == 0);
    CHECK(db.dump() == before);
}

TEST_CASE("a view of others that did not work before is no obstacle either") {
    const made_history h(readings(made_anew));
    const made_database db;
    bring_to_first(db, h, "CREATE VIEW mine AS SELECT none FROM reading");
    const std::vector<std::string> before = others(db);
    upgrade(db, h);
    CHECK(others(db) == before);
}

TEST_CASE("a view that a revision made is not taken out of the way") {
    std::vector<spelled_revision> revisions = readings(made_anew);
    revisions[0].up += "\nCREATE VIEW IF NOT EXISTS main.\"Mine\" AS SELECT v FROM reading;";
    const made_history h(revisions);
    const made_database db;
    bring_to_first(db, h, "SELECT 1");
    const error failed = failure_of([&] { upgrade(db, h); });
    CHECK(failed.code() == error_code::statement);
    CHECK(std::string(failed.what()).find("error in view Mine") != std::string::npos);
}

TEST_CASE("an index of others is made again on a table that is made anew") {
    const std::string of_the_user = GENERATE(
        std::string("CREATE INDEX mine ON reading (v)"),
        std::string("CREATE UNIQUE INDEX mine ON reading (v) WHERE v > 0"),
        std::string("CREATE INDEX \"mine too\" ON reading (abs(v)); CREATE INDEX b ON reading (id, v)"));
    const std::string way = GENERATE(std::string(made_anew),
                                     std::string("ALTER TABLE reading RENAME TO old;\n"
                                                 "CREATE TABLE reading (id INTEGER PRIMARY KEY, v REAL);\n"
                                                 "INSERT INTO reading SELECT id, v FROM old;\n"
                                                 "DROP TABLE old;\n"));
    const made_history h(readings(way));
    const made_database db;
    bring_to_first(db, h, of_the_user);
    const auto indexes = [&] {
        return db.rows(
            "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name");
    };
    const std::vector<std::string> before = indexes();
    upgrade(db, h);
    CHECK(indexes() == before);
    CHECK(db.value("PRAGMA integrity_check") == "ok");
}

TEST_CASE("an index of others goes with its table and with its column, and one of a revision stays dropped") {
    std::vector<spelled_revision> revisions = readings("CREATE TABLE new (id INTEGER PRIMARY KEY);\n"
                                                       "DROP TABLE reading;\n"
                                                       "ALTER TABLE new RENAME TO reading;\n"
                                                       "DROP TABLE note;");
    revisions[0].up += "\nCREATE INDEX IF NOT EXISTS Own ON reading (id);";
    const made_history h(revisions);
    const made_database db;
    bring_to_first(db, h, "CREATE INDEX a ON reading (v); CREATE INDEX b ON note (t)");
    upgrade(db, h);
    CHECK(db.rows("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").empty());
}

TEST_CASE("rows that an index of others keeps apart are not made alike") {
    const made_history h(readings("CREATE TABLE new (id INTEGER PRIMARY KEY, v REAL);\n"
                                  "INSERT INTO new SELECT id, 1 FROM reading;\n"
                                  "DROP TABLE reading;\n"
                                  "ALTER TABLE new RENAME TO reading;\n"));
    const made_database db;
    bring_to_first(db, h, "CREATE UNIQUE INDEX mine ON reading (v)");
    const std::string before = db.dump();
    const error failed = failure_of([&] { upgrade(db, h); });
    CHECK(failed.code() == error_code::drifted);
    INFO(failed.what());
    CHECK(std::string(failed.what())
              .find("index mine, which no revision made, cannot work after this: "
                    "UNIQUE constraint failed: reading.v") == 0);
    CHECK(db.dump() == before);
}

TEST_CASE("what a revision drops by its name stays dropped, whoever made it") {
    const made_history h(readings("DROP TRIGGER IF EXISTS of_it;\n" + std::string(made_anew)));
    const made_database db;
    bring_to_first(db, h, "CREATE TRIGGER of_it AFTER DELETE ON reading BEGIN SELECT 1; END");
    upgrade(db, h);
    CHECK(others(db).empty());
}

TEST_CASE("views of others stand again after every revision, and after a downgrade") {
    std::vector<spelled_revision> revisions = readings(made_anew);
    revisions[1].down = "CREATE TABLE old (id INTEGER PRIMARY KEY, v REAL);\n"
                        "INSERT INTO old SELECT id, v FROM reading;\n"
                        "DROP TABLE reading;\n"
                        "ALTER TABLE old RENAME TO reading;\n";
    const made_history h(revisions);
    const made_database db;
    bring_to_first(db, h, "CREATE VIEW mine AS SELECT v FROM reading");
    options chosen;
    chosen.transaction = transaction_mode::per_revision;
    for (int round = 0; round < 2; ++round) {
        upgrade(db, h, "head", chosen);
        CHECK(db.value("SELECT group_concat(v) FROM mine") == "1.5,2.5");
        downgrade(db, h, "001", chosen);
        CHECK(db.value("SELECT group_concat(v) FROM mine") == "1.5,2.5");
    }
}

TEST_CASE("a database that has tables and no revision is led to stamp") {
    const made_history h(readings("CREATE INDEX by_v ON reading (v);"));
    const std::string of_the_user =
        GENERATE(std::string("CREATE TABLE reading (id)"), std::string("CREATE TABLE \"Note\" (id)"),
                 std::string("CREATE TABLE reading (id); CREATE TABLE note (x)"),
                 std::string("CREATE VIEW note AS SELECT 1"),
                 std::string("CREATE TABLE t (x); CREATE INDEX by_v ON t (x)"));
    const made_database db;
    db.run(of_the_user);
    const std::string before = db.dump();
    const error failed = failure_of([&] { upgrade(db, h); });
    INFO(failed.what());
    CHECK(failed.code() == error_code::statement);
    CHECK(std::string(failed.what()).find("`headway stamp REVISION`") != std::string::npos);
    CHECK(db.dump() == before);
}

TEST_CASE("what a history makes twice is not taken for what was there before") {
    const made_history h(readings("CREATE TABLE reading (id);"));
    const made_database db;
    const error failed = failure_of([&] { upgrade(db, h); });
    CHECK(std::string(failed.what()).find("already exists") != std::string::npos);
    CHECK(std::string(failed.what()).find("stamp") == std::string::npos);

    upgrade(db, h, "001"); // nor in a database that is at a revision
    CHECK(std::string(failure_of([&] { upgrade(db, h); }).what()).find("stamp") == std::string::npos);
}

} // namespace headway::tests
