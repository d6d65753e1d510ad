#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

namespace headway::tests {

TEST_CASE("rows that lose their parents are counted, also where others had lost theirs before") {
    struct table {
        std::string create;
        std::string rows;
    };
    for (const table& one : {table{"CREATE TABLE child (a PRIMARY KEY REFERENCES parent) WITHOUT ROWID;",
                                   "INSERT INTO child VALUES (1), (2), (9);"},
                             table{"CREATE TABLE child (a REFERENCES parent, b REFERENCES parent);",
                                   "INSERT INTO child VALUES (1, 9);"}}) {
        CAPTURE(one.create);
        const made_history made(
            {{"001", {}, {}, "CREATE TABLE parent (id INTEGER PRIMARY KEY);" + one.create},
             {"002", {"001"}, {}, "DELETE FROM parent;"}});
        const made_database db;
        upgrade(db, made, "001");
        db.run("INSERT INTO parent VALUES (1), (2);" + one.rows); // 9 is no parent
        CHECK(failure_of([&] { upgrade(db, made); }).code() == error_code::foreign_keys);
        CHECK(db.value("SELECT count(*) FROM parent") == "2");
    }
}

TEST_CASE("what can run in a transaction is refused outside of one") {
    for (const char* sql : {"UPDATE t SET a = a + 1;", "CREATE TABLE u (a);", "DROP TABLE t;", "REINDEX t;",
                            "ALTER TABLE t ADD COLUMN b;", "CREATE INDEX i ON t (a);"}) {
        CAPTURE(sql);
        const made_history made({{"001", {}, {}, "CREATE TABLE t (a PRIMARY KEY); INSERT INTO t VALUES (1);"},
                                 {"002", {"001"}, {}, sql, "", up_without_transaction}});
        const made_database db;
        const error failed = failure_of([&] { upgrade(db, made); });
        CHECK(failed.code() == error_code::refused);
        CHECK(contains(failed.what(), "Remove `transaction:false`"));
        CHECK(current(db) == names{"001"});
    }
}

TEST_CASE("a revision does not inherit the setting of ALTER TABLE from the one before it") {
    const made_history made(
        {{"001",
          {},
          {},
          "CREATE TABLE p (x); CREATE VIEW v AS SELECT x FROM p; PRAGMA legacy_alter_table = ON;"},
         {"002", {"001"}, {}, "ALTER TABLE p RENAME TO p2;"}});
    const made_database db;
    upgrade(db, made);
    CHECK(contains(db.value("SELECT sql FROM sqlite_schema WHERE name = 'v'"), "p2"));
}

TEST_CASE("a temporary trigger on the version table is refused") {
    const made_history made(
        {{"001", {}, {}, "CREATE TABLE a (x);"},
         {"002",
          {"001"},
          {},
          "CREATE TEMP TRIGGER t AFTER INSERT ON main.alembic_version BEGIN SELECT 1; END;"}});
    const made_database db;
    CHECK(failure_of([&] { upgrade(db, made); }).code() == error_code::refused);
}

} // namespace headway::tests
