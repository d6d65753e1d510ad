// What the program around does on the connection that it hands over.
#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

#include <chrono>

namespace headway::tests {
namespace {

made_history with_second(const std::string& up) {
    std::vector<spelled_revision> all = versions(1);
    all.push_back({"002", {"001"}, {}, up, "SELECT 1;"});
    return made_history(all);
}

} // namespace

TEST_CASE("a migration does not reach into a database that the program has attached") {
    const made_file elsewhere;
    made_database(elsewhere.path()).run("CREATE TABLE session (a); INSERT INTO session VALUES (1)");
    for (const char* up :
         {"DROP TABLE IF EXISTS session; CREATE TABLE session (b);", "INSERT INTO t1 SELECT a FROM session;",
          "ALTER TABLE session ADD COLUMN b;", "CREATE TABLE other.fresh (a);"}) {
        CAPTURE(up);
        const made_database db;
        db.run("ATTACH '" + elsewhere.path() + "' AS other");
        const error failed = failure_of([&] { upgrade(db, with_second(up)); });
        CHECK(failed.code() == error_code::refused);
        CHECK(contains(failed.what(), "is not in the database itself: it is in an attached one"));
        CHECK(db.rows("SELECT * FROM other.session") == names{"1"});
        CHECK(db.value("SELECT count(*) FROM other.sqlite_schema") == "1");
    }
    const made_database db;
    db.run("ATTACH '" + elsewhere.path() + "' AS other");
    upgrade(db, with_second("CREATE TABLE session (b);"));
    CHECK(db.value("SELECT count(*) FROM main.session") == "0");
}

TEST_CASE("a migration does not take the program's temporary objects for the database's") {
    for (const char* up : {"ALTER TABLE t1 ADD COLUMN b;", "INSERT INTO t1 VALUES (2);", "DELETE FROM t1;",
                           "CREATE TABLE t2 AS SELECT a FROM t1;", "DROP TABLE t1;",
                           "CREATE INDEX temp.ix ON t1 (a); DROP TABLE t1;"}) {
        CAPTURE(up);
        const made_database db;
        upgrade(db, made_history(versions(1)));
        db.run("CREATE TEMP TABLE t1 AS SELECT 7 AS a");
        const error failed = failure_of([&] { upgrade(db, with_second(up)); });
        CHECK(failed.code() == error_code::refused);
        CHECK(contains(failed.what(), "t1 is not in the database itself"));
        CHECK(db.rows("SELECT * FROM temp.t1") == names{"7"});
        CHECK(current(db) == names{"001"});
    }
    const made_database db;
    upgrade(db, made_history(versions(1)));
    db.run("CREATE TEMP VIEW t1 AS SELECT 1 AS a");
    CHECK(failure_of([&] { downgrade(db, made_history(versions(1)), "base"); }).code() ==
          error_code::refused);
    CHECK(failure_of([&] { upgrade(db, with_second("CREATE TABLE t2 AS SELECT a FROM t1;")); }).code() ==
          error_code::refused);
}

TEST_CASE("temporary objects of migrations, and triggers of the program, are no obstacle") {
    const made_database db;
    upgrade(db, made_history(versions(1)));
    db.run("CREATE TEMP TABLE heard (a);"
           "CREATE TEMP TRIGGER hear AFTER INSERT ON main.t1 BEGIN INSERT INTO heard VALUES (new.a); END;");
    upgrade(db, with_second("CREATE TEMP TABLE kept AS SELECT 1 AS a; INSERT INTO t1 SELECT a FROM kept;"
                            "ALTER TABLE kept RENAME TO held; DELETE FROM held; DROP TABLE held;"));
    CHECK(db.rows("SELECT * FROM main.t1") == names{"1"});
    CHECK(db.rows("SELECT * FROM heard") == names{"1"});
}

TEST_CASE("a statement that writes and is not finished is a transaction of the program") {
    const made_file file;
    const made_database db(file.path());
    upgrade(db, made_history(versions(1)));
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO t1 VALUES ('precious') RETURNING a", -1, &insert, nullptr);
    REQUIRE(sqlite3_step(insert) == SQLITE_ROW);
    const error failed = failure_of([&] { upgrade(db, made_history(versions(2))); });
    CHECK(failed.code() == error_code::in_transaction);
    CHECK(contains(failed.what(), "INSERT … RETURNING"));
    CHECK(sqlite3_step(insert) == SQLITE_DONE);
    sqlite3_finalize(insert);
    CHECK(db.rows("SELECT * FROM t1") == names{"precious"});
    CHECK(upgrade(db, made_history(versions(2))).steps.size() == 1);
}

TEST_CASE("legacy_alter_table of the program changes nothing about migrations, and is put back") {
    const made_database db;
    db.run("PRAGMA legacy_alter_table = ON; PRAGMA foreign_keys = ON");
    upgrade(db, with_second("CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p (id));"
                            "ALTER TABLE p RENAME TO parent;"));
    CHECK(contains(db.value("SELECT sql FROM sqlite_schema WHERE name = 'c'"), "\"parent\""));
    CHECK(db.value("PRAGMA legacy_alter_table") == "1");
}

TEST_CASE("rows that never had a parent may move and be renamed") {
    for (const char* up :
         {"ALTER TABLE c RENAME TO kid;",
          "CREATE TABLE n (id TEXT PRIMARY KEY, p TEXT REFERENCES p (id), more);"
          "INSERT INTO n (id, p) SELECT id, p FROM c; DROP TABLE c; ALTER TABLE n RENAME TO c;"}) {
        CAPTURE(up);
        const made_database db;
        upgrade(db, made_history({{"001",
                                   {},
                                   {},
                                   "CREATE TABLE p (id TEXT PRIMARY KEY);"
                                   "CREATE TABLE c (id TEXT PRIMARY KEY, p TEXT REFERENCES p (id));",
                                   "DROP TABLE c; DROP TABLE p;"}}));
        db.run("INSERT INTO p VALUES ('a'); INSERT INTO c VALUES ('1', 'a'), ('2', 'a'), ('3', 'gone');"
               "DELETE FROM c WHERE id = '2'");
        const auto then = [&](const std::string& more) {
            return made_history(
                {{"001", {}, {}, "SELECT 1;", "SELECT 1;"}, {"002", {"001"}, {}, up + more, "SELECT 1;"}});
        };
        const error failed = failure_of([&] { upgrade(db, then("DELETE FROM p;")); });
        CHECK(failed.code() == error_code::foreign_keys);
        CHECK(contains(failed.what(), "the migration leaves 1 row without"));
        CHECK(upgrade(db, then("")).steps.size() == 1);
    }
}

TEST_CASE("a parameter in a migration is refused at its statement: SQLite would take it for NULL") {
    const made_database db;
    const error failed =
        failure_of([&] { upgrade(db, with_second("SELECT 1;\nUPDATE t1 SET a = :value;")); });
    CHECK(failed.code() == error_code::statement);
    CHECK(contains(failed.what(), "a parameter has no value in a migration: write the value itself"));
    CHECK(db.value("SELECT count(*) FROM sqlite_schema") == "0");
}

TEST_CASE("a timeout may be as long as a duration can be") {
    const made_file file;
    const made_database db(file.path());
    const made_database reader(file.path());
    upgrade(db, made_history(versions(1)));
    reader.run("BEGIN; SELECT count(*) FROM t1");
    options patient;
    patient.busy_timeout = std::chrono::milliseconds::max();
    int asked = 0;
    patient.cancelled = [&] {
        if (++asked == 30) reader.run("COMMIT");
        return false;
    };
    CHECK(upgrade(db, made_history(versions(2)), "head", patient).steps.size() == 1);
}

TEST_CASE("stopping the check of foreign keys is stopping the upgrade", "[optional]") {
    const made_database db;
    upgrade(db, made_history({{"001",
                               {},
                               {},
                               "CREATE TABLE p (id INTEGER PRIMARY KEY);"
                               "CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id));",
                               "SELECT 1;"}}));
    db.run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)"
           "INSERT INTO c SELECT i, NULL FROM n");
    const made_history next({{"001", {}, {}, "SELECT 1;", "SELECT 1;"},
                             {"002", {"001"}, {}, "INSERT INTO p VALUES (1);", "SELECT 1;"}});
    options stopping;
    int asked = 0;
    stopping.cancelled = [&] { return ++asked > 2; };
    CHECK(failure_of([&] { upgrade(db, next, "head", stopping); }).code() == error_code::cancelled);
    options throwing;
    int told = 0;
    throwing.on_progress = [&](const progress&) {
        if (++told > 2) throw 42;
    };
    CHECK_THROWS_AS(upgrade(db, next, "head", throwing), int);
    CHECK(current(db) == names{"001"});
}

} // namespace headway::tests
