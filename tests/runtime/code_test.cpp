// Migrations that are written in C++.
#include "catch.hpp"
#include "headway/migration.hpp"
#include "made_database.hpp"
#include "made_history.hpp"
#include "made_shop.hpp"

#include <sqlite3.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace headway::tests {
namespace {

constexpr const char* table_first =
    "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT UNIQUE);"
    "CREATE TABLE pet (id INTEGER PRIMARY KEY, owner INTEGER REFERENCES person (id));"
    "INSERT INTO person VALUES (1, 'ada'), (2, 'bob'); INSERT INTO pet VALUES (1, 1);";

void pass_over(migration&) {}

/// 001 in SQL, 002 in C++, 003 in SQL.
made_history with_code(migration_function* upgrade, migration_function* downgrade = pass_over) {
    spelled_revision second{"002", {"001"}, {}};
    second.upgrade = upgrade;
    second.downgrade = downgrade;
    return made_history({{"001", {}, {}, table_first, "DROP TABLE pet; DROP TABLE person;"},
                         second,
                         {"003", {"002"}, {}, "CREATE TABLE last (id);", "DROP TABLE last;"}});
}

error failure_of_code(migration_function* upgrade, const options& chosen = {}) {
    const made_database db;
    db.run("PRAGMA foreign_keys = ON");
    const made_history history = with_code(upgrade);
    headway::upgrade(db, history, "001");
    const std::string before = db.dump();
    const error failed = failure_of([&] { headway::upgrade(db, history, "002", chosen); });
    CHECK(db.dump() == before);
    CHECK(sqlite3_get_autocommit(db) != 0);
    CHECK(db.value("PRAGMA foreign_keys") == "1");
    db.run("INSERT INTO person VALUES (77, 'later')"); // whatever was set is put back
    CHECK(std::string(failed.revision()) == "002");
    CHECK(std::string(failed.file()) == "002_made.sql");
    return failed;
}

} // namespace

TEST_CASE("a function reads and writes in the transaction of its revision") {
    static constexpr migration_function* upgrade = [](migration& db) {
        db.execute("ALTER TABLE person ADD COLUMN code BLOB; CREATE TABLE seen (what, size REAL)");
        int rows = 0;
        db.query("SELECT id, name FROM person WHERE id < ? ORDER BY id", 10, [&](const row& one) {
            ++rows;
            const std::string name(one.text(1));
            db.execute("UPDATE person SET code = ?2 WHERE id = ?1", one.integer(0), blob{name.data(), 2});
        });
        db.execute("INSERT INTO seen VALUES (?, ?)", std::string("rows"), rows + 0.5);
        db.execute("INSERT INTO seen VALUES (?, ?)", nullptr, true);
        db.query("SELECT id FROM person", [&](const row&) { return false; });
        REQUIRE(sqlite3_exec(db.handle(), "INSERT INTO seen VALUES ('handle', 0)", nullptr, nullptr,
                             nullptr) == SQLITE_OK);
    };
    static constexpr migration_function* downgrade = [](migration& db) {
        db.execute("DROP TABLE seen; ALTER TABLE person DROP COLUMN code");
    };
    const made_database db;
    const made_history history = with_code(upgrade, downgrade);
    CHECK(headway::upgrade(db, history).steps.size() == 3);
    CHECK(db.rows("SELECT id, hex(code) FROM person") == names{"1|6164", "2|626F"});
    CHECK(db.rows("SELECT ifnull(what, '-'), size FROM seen") == names{"rows|2.5", "-|1.0", "handle|0.0"});
    CHECK(db.rows("SELECT revision, down, flags FROM headway_log") ==
          names{"001|DROP TABLE pet; DROP TABLE person;|0", "002||9", "003|DROP TABLE last;|0"});
    CHECK(headway::downgrade(db, history, "001").steps.size() == 2);
    CHECK(db.value("SELECT count(*) FROM sqlite_schema WHERE name IN ('seen', 'last')") == "0");
    CHECK(headway::upgrade(db, history).steps.size() == 2);
}

TEST_CASE("what a function throws rolls everything back and says where") {
    const error failed = failure_of_code([](migration& db) {
        db.execute("DELETE FROM pet");
        throw std::runtime_error("no hash today");
    });
    CHECK(failed.code() == error_code::statement);
    CHECK(failed.line() > 0);
    CHECK(std::string(failed.what()) ==
          "002_made.sql:" + std::to_string(failed.line()) + ": no hash today\nRevision 002 was rolled back.");
    CHECK(contains(failure_of_code([](migration&) { throw 42; }).what(),
                   "002_made.sql:5: upgrade() has thrown what is no std::exception and says nothing\n"));
    CHECK_THROWS_AS(headway::upgrade(made_database(), with_code([](migration&) { throw std::bad_alloc(); })),
                    std::bad_alloc);
}

TEST_CASE("what SQL fails by comes out with the line that has called, unless it is caught") {
    const error failed = failure_of_code([](migration& db) { db.execute("UPDATE persn SET id = 1"); });
    CHECK(failed.code() == error_code::statement);
    CHECK(failed.engine_code() == SQLITE_ERROR);
    CHECK(failed.line() == __LINE__ - 3);
    CHECK(std::string(failed.what()) ==
          "002_made.sql:" + std::to_string(failed.line()) +
              ": no such table: persn\n  UPDATE persn SET id = 1\nRevision 002 was rolled back.");
    const made_database db;
    headway::upgrade(db, with_code([](migration& in) {
                         try {
                             in.execute("INSERT INTO person VALUES (?, ?)", 3, "ada");
                         } catch (const error&) {
                             in.execute("INSERT INTO person VALUES (?, ?)", 3, "ada the second");
                         }
                     }));
    CHECK(db.value("SELECT name FROM person WHERE id = 3") == "ada the second");
}

TEST_CASE("values and parameters have to be as many, and of one statement") {
    CHECK(contains(failure_of_code([](migration& db) { db.execute("DELETE FROM pet WHERE id = ?"); }).what(),
                   "a parameter has no value in a migration"));
    CHECK(contains(
        failure_of_code([](migration& db) { db.execute("DELETE FROM pet WHERE id = ?", 1, 2); }).what(),
        "this statement has 1 parameters, and 2 values are given"));
    CHECK(contains(
        failure_of_code([](migration& db) {
            db.execute("DELETE FROM pet WHERE id = ?; SELECT 1", 1);
        }).what(),
        "values and rows are of one statement, and this is a second: give it a call of its own\n  SELECT 1"));
}

TEST_CASE("what SQL must not do C++ must not do, and a refusal that is caught stays one") {
    for (const auto function : std::vector<migration_function*>{
             [](migration& db) { db.execute("COMMIT"); },
             [](migration& db) {
                 try {
                     db.execute("SAVEPOINT mine");
                 } catch (const error&) {
                     db.execute("DELETE FROM pet");
                 }
             },
             [](migration& db) { sqlite3_exec(db.handle(), "COMMIT", nullptr, nullptr, nullptr); },
             [](migration& db) { sqlite3_exec(db.handle(), "SAVEPOINT mine", nullptr, nullptr, nullptr); },
             [](migration& db) {
                 sqlite3_exec(db.handle(), "DELETE FROM alembic_version", nullptr, nullptr, nullptr);
                 throw std::runtime_error("not authorized");
             },
             [](migration& db) {
                 sqlite3_exec(db.handle(), "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
             },
             [](migration& db) {
                 sqlite3_exec(db.handle(), "ATTACH ':memory:' AS other", nullptr, nullptr, nullptr);
             },
             [](migration& db) {
                 db.query("SELECT 1", [&](const row&) {
                     sqlite3_exec(db.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
                 });
             }}) {
        const error failed = failure_of_code(function);
        CAPTURE(failed.what());
        CHECK(failed.code() == error_code::refused);
        CHECK(contains(failed.what(), "Revision 002 was rolled back."));
    }
}

TEST_CASE("code that goes on where the transaction has ended commits nothing") {
    for (const auto function : std::vector<migration_function*>{
             [](migration& db) {
                 sqlite3_stmt* insert = nullptr;
                 sqlite3_prepare_v2(db.handle(), "INSERT OR ROLLBACK INTO person (name) VALUES (?)", -1,
                                    &insert, nullptr);
                 for (const char* const name : {"ada", "cleo", "dan"}) {
                     sqlite3_bind_text(insert, 1, name, -1, SQLITE_STATIC);
                     sqlite3_step(insert);
                     sqlite3_reset(insert);
                 }
                 sqlite3_finalize(insert);
             },
             [](migration& db) {
                 try {
                     db.execute("INSERT OR ROLLBACK INTO person (name) VALUES ('ada')");
                 } catch (const error&) {
                     db.execute("INSERT INTO person (name) VALUES ('eve')");
                 }
             }}) {
        failure_of_code(function);
    }
}

TEST_CASE("a statement that is left behind is named") {
    static sqlite3_stmt* left = nullptr;
    const made_database db;
    const error failed = failure_of([&] {
        headway::upgrade(db, with_code([](migration& in) {
                             sqlite3_prepare_v2(in.handle(), "SELECT name FROM person", -1, &left, nullptr);
                             sqlite3_step(left);
                         }));
    });
    CHECK(contains(failed.what(),
                   ": a statement is not finalized when upgrade() returns: SELECT name FROM person\n"));
    CHECK(sqlite3_get_autocommit(db) != 0);
    CHECK(db.value("SELECT count(*) FROM sqlite_schema") == "0");
    sqlite3_finalize(left);
}

TEST_CASE("rows without their parents are found behind a function, too") {
    for (const auto function : std::vector<migration_function*>{
             [](migration& db) { db.execute("DELETE FROM person WHERE id = ?", 1); },
             [](migration& db) {
                 sqlite3_exec(db.handle(), "DELETE FROM person WHERE id = 1", nullptr, nullptr, nullptr);
             }})
        CHECK(failure_of_code(function).code() == error_code::foreign_keys);
}

TEST_CASE("a program stops code, whatever that makes of it") {
    static int asked = 0;
    options chosen;
    chosen.cancelled = [] { return ++asked > 5; };
    for (const auto function :
         std::vector<migration_function*>{[](migration& db) {
                                              while (!db.cancelled()) {
                                              }
                                          },
                                          [](migration& db) {
                                              for (;;) {
                                                  db.progress();
                                              }
                                          },
                                          [](migration& db) {
                                              try {
                                                  for (;;) {
                                                      db.progress();
                                                  }
                                              } catch (...) {
                                                  asked = 0; // and nothing happened
                                              }
                                          },
                                          [](migration& db) {
                                              try {
                                                  db.execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL "
                                                             "SELECT i + 1 FROM n) SELECT max(i) FROM n");
                                              } catch (...) {
                                                  asked = 0;
                                              }
                                          }}) {
        asked = 0;
        const made_database db;
        const made_history history = with_code(function);
        headway::upgrade(db, history, "001");
        const std::string before = db.dump();
        CHECK(failure_of([&] { headway::upgrade(db, history, "head", chosen); }).code() ==
              error_code::cancelled);
        CHECK(db.dump() == before);
    }
}

TEST_CASE("what the program throws while code runs comes out as it is") {
    struct own {};
    options chosen;
    chosen.on_progress = [](const progress& now) {
        if (now.revision == "002" && now.beat > 0) throw own();
    };
    const made_database db;
    CHECK_THROWS_AS(headway::upgrade(db, with_code([](migration& in) {
                                         try {
                                             in.progress();
                                         } catch (...) {
                                             throw std::runtime_error("mine");
                                         }
                                     }),
                                     "head", chosen),
                    own);
    CHECK(sqlite3_get_autocommit(db) != 0);
}

TEST_CASE("code that the program does not have is refused before anything runs") {
    made_history made({{"001", {}, {}, table_first, "DROP TABLE pet; DROP TABLE person;"},
                       {"002", {"001"}, {}, "", "", in_code}});
    const made_database db;
    const error failed = failure_of([&] { headway::upgrade(db, made); });
    CHECK(failed.code() == error_code::invalid_target);
    CHECK(
        std::string(failed.what()) ==
        "revision 002 is written in C++, in 002_made.sql: the program that links it can apply it, and nobody "
        "else\nNothing was changed. Launch that program on the database, or choose a target below it.");
    CHECK(db.value("SELECT count(*) FROM sqlite_schema WHERE name = 'person'") == "0");
    CHECK(headway::upgrade(db, made, "001").steps.size() == 1);
    headway::stamp(db, made, {"002"});
    CHECK(failure_of([&] { headway::downgrade(db, made, "base"); }).code() == error_code::invalid_target);
}

TEST_CASE("an older program does not step back over code, and says why") {
    const made_database db;
    headway::upgrade(db, with_code(pass_over));
    options chosen;
    chosen.on_unknown = unknown_policy::step_back;
    const made_history older({{"001", {}, {}, table_first, "DROP TABLE pet; DROP TABLE person;"}});
    const error failed = failure_of([&] { headway::upgrade(db, older, "head", chosen); });
    CHECK(failed.code() == error_code::irreversible);
    CHECK(contains(failed.what(), "Revision 002 is written in C++: there is no SQL that takes it back."));
    CHECK(current(db) == names{"003"});
}

} // namespace headway::tests
