// What the program has set on its connection changes nothing about migrations, and is put back.
#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

#include <string>
#include <vector>

namespace headway::tests {
namespace {

/// A history whose second revision does something else under every setting that has a say in it.
made_history sensitive() {
    return made_history(
        {{"001",
          {},
          {},
          "CREATE TABLE item (id INTEGER PRIMARY KEY, title TEXT UNIQUE, price INTEGER CHECK (price > 0));"
          "CREATE TABLE gone (title TEXT);"
          "CREATE VIEW cheap AS SELECT * FROM item WHERE price < 10;"
          "CREATE TRIGGER bury AFTER DELETE ON item BEGIN INSERT INTO gone VALUES (old.title); END;"
          "CREATE TRIGGER raise AFTER INSERT ON gone WHEN length(new.title) < 9 BEGIN\n"
          "  INSERT INTO gone VALUES (new.title || '+'); END;",
          "SELECT 1;"},
         {"002",
          {"001"},
          {},
          "DELETE FROM item WHERE title NOT LIKE 'keep%' AND id < 3;"
          "INSERT OR REPLACE INTO item VALUES (9, 'keep a', 5);"
          "CREATE TABLE numbered (id INTEGER PRIMARY KEY, title TEXT);"
          "INSERT INTO numbered (title) SELECT title FROM item;"
          "CREATE TABLE copied AS SELECT * FROM cheap JOIN gone;"
          "CREATE TABLE word (text TEXT DEFAULT \"word\");"
          "INSERT OR IGNORE INTO word VALUES (\"other\");"
          "INSERT OR IGNORE INTO item VALUES (10, 'free', 0); -- breaks its CHECK\n"
          "CREATE TABLE strings (a CHECK (a <> \"strings\"));"
          "ALTER TABLE gone RENAME TO buried;"
          "INSERT INTO word SELECT 0.1 + 0.2;",
          "SELECT 1;"}});
}

constexpr const char* rows_of_the_user =
    "INSERT INTO item VALUES (1, 'KEEP me', 1), (2, 'other', 20), (3, 'keep a', 3), (4, 'keep b', 40)";

/// The database after the upgrade on a connection without settings.
std::string expected() {
    const made_database db;
    upgrade(db, sensitive(), "001");
    db.run(rows_of_the_user);
    upgrade(db, sensitive());
    return db.dump();
}

std::string without_times(std::string dump) {
    std::string kept;
    for (std::size_t at = 0; at < dump.size();) {
        const std::size_t end = dump.find('\n', at) + 1;
        if (dump.compare(at, 12, "headway_log:") != 0) kept += dump.substr(at, end - at);
        at = end;
    }
    return kept;
}

int configured(sqlite3* db, int option) {
    int value = -1;
    sqlite3_db_config(db, option, -1, &value);
    return value;
}

} // namespace

TEST_CASE("pragmas of the program change nothing about a migration, and are put back") {
    for (const std::string pragma :
         {"recursive_triggers", "ignore_check_constraints", "count_changes", "reverse_unordered_selects",
          "full_column_names", "writable_schema", "legacy_alter_table", "foreign_keys", "read_uncommitted",
          "cell_size_check", "empty_result_callbacks", "trusted_schema", "automatic_index"}) {
        for (const std::string value : {"1", "0"}) {
            CAPTURE(pragma, value);
            const made_database db;
            upgrade(db, sensitive(), "001");
            db.run(rows_of_the_user);
            db.run("PRAGMA " + pragma + " = " + value);
            upgrade(db, sensitive());
            CHECK(db.value("PRAGMA " + pragma) == value);
            db.run("PRAGMA reverse_unordered_selects = OFF; PRAGMA empty_result_callbacks = OFF");
            CHECK(without_times(db.dump()) == without_times(expected()));
        }
    }
    const made_database db;
    upgrade(db, sensitive(), "001");
    db.run(rows_of_the_user);
    db.run("PRAGMA short_column_names = OFF; PRAGMA full_column_names = ON");
    upgrade(db, sensitive());
    CHECK(db.value("PRAGMA full_column_names") == "1");
    CHECK(db.value("PRAGMA short_column_names") == "0");
    CHECK(without_times(db.dump()) == without_times(expected()));
}

TEST_CASE("configurations of the program change nothing about a migration, and are put back") {
    for (const int option :
         {SQLITE_DBCONFIG_ENABLE_FKEY, SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW,
          SQLITE_DBCONFIG_WRITABLE_SCHEMA, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, SQLITE_DBCONFIG_DQS_DML,
          SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_LEGACY_FILE_FORMAT, SQLITE_DBCONFIG_DEFENSIVE,
          SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_QPSG, SQLITE_DBCONFIG_TRIGGER_EQP}) {
        for (const int value : {0, 1}) {
            CAPTURE(option, value);
            const made_database db;
            upgrade(db, sensitive(), "001");
            db.run(rows_of_the_user);
            sqlite3_db_config(db, option, value, nullptr);
            upgrade(db, sensitive());
            CHECK(configured(db, option) == value);
            sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 1, nullptr);
            CHECK(without_times(db.dump()) == without_times(expected()));
        }
    }
}

TEST_CASE("what the program may write to the schema a migration may not") {
    const made_history writing({{"001", {}, {}, "UPDATE sqlite_schema SET sql = sql;", "SELECT 1;"}});
    const made_database db;
    db.run("CREATE TABLE t (a); PRAGMA writable_schema = ON");
    CHECK(failure_of([&] { upgrade(db, writing); }).code() == error_code::statement);
    CHECK(db.value("PRAGMA writable_schema") == "1");
}

TEST_CASE("settings are put back when an upgrade fails") {
    const made_history failing({{"001", {}, {}, "CREATE TABLE t (a);INSERT INTO missing VALUES (1);", ""}});
    const made_database db;
    db.run("PRAGMA recursive_triggers = ON; PRAGMA count_changes = ON; PRAGMA foreign_keys = ON");
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    CHECK(failure_of([&] { upgrade(db, failing); }).code() == error_code::statement);
    CHECK(db.value("PRAGMA recursive_triggers") == "1");
    CHECK(db.value("PRAGMA count_changes") == "1");
    CHECK(db.value("PRAGMA foreign_keys") == "1");
    CHECK(configured(db, SQLITE_DBCONFIG_ENABLE_TRIGGER) == 0);
}

TEST_CASE("a setting that can only be found out is refused with its own code, and nothing is changed") {
    const made_database db;
    upgrade(db, sensitive(), "001");
    db.run(rows_of_the_user);
    const std::string before = db.dump();
    db.run("PRAGMA case_sensitive_like = ON; PRAGMA recursive_triggers = ON");
    const error failed = failure_of([&] { upgrade(db, sensitive()); });
    CHECK(failed.code() == error_code::settings);
    CHECK(
        std::string(failed.what()) ==
        "LIKE tells upper from lower case on this connection, and migrations are proven where it does not\n"
        "Set PRAGMA case_sensitive_like = OFF before migrating, and to ON again afterwards: SQLite does not "
        "say how it was set.");
    CHECK(db.dump() == before);
    CHECK(db.value("SELECT 'a' LIKE 'A'") == "0");
    CHECK(db.value("PRAGMA recursive_triggers") == "1");
    db.run("PRAGMA case_sensitive_like = OFF; PRAGMA query_only = ON");
    CHECK(failure_of([&] { upgrade(db, sensitive()); }).code() == error_code::read_only);
    CHECK(db.value("PRAGMA query_only") == "1");
    db.run("PRAGMA query_only = OFF");
    CHECK(db.dump() == before);
    CHECK(upgrade(db, sensitive()).steps.size() == 1);
}

TEST_CASE("a database that the program is about to empty is left alone") {
    const made_file file;
    made_database(file.path()).run("CREATE TABLE item (id INTEGER PRIMARY KEY); INSERT INTO item VALUES (1)");
    const made_database db(file.path());
    sqlite3_db_config(db, SQLITE_DBCONFIG_RESET_DATABASE, 1, nullptr);
    CHECK_THROWS_AS(upgrade(db, sensitive()), error);
    CHECK(made_database(file.path()).rows("SELECT * FROM item") == names{"1"});
}

TEST_CASE("a journal that is off stands by for the time of the upgrade") {
    const made_history failing(
        {{"001", {}, {}, "SELECT 1;", ""},
         {"002",
          {"001"},
          {},
          "CREATE TEMP TABLE s AS SELECT * FROM t; DELETE FROM t; DELETE FROM temp.own;"
          "CREATE TABLE u (a); INSERT INTO missing VALUES (1);",
          ""}});
    const made_file file;
    for (const std::string& place : {file.path(), std::string(":memory:")}) {
        for (const int defensive : {0, 1}) {
            CAPTURE(place, defensive);
            const made_database db(place);
            db.run("CREATE TABLE IF NOT EXISTS t (a); CREATE TEMP TABLE own (a); DELETE FROM t;"
                   "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
                   "INSERT INTO t SELECT hex(randomblob(200)) FROM n");
            static_cast<void>(stamp(db, failing, {"001"}));
            db.run("PRAGMA main.journal_mode = OFF; PRAGMA temp.journal_mode = OFF; PRAGMA cache_size = 5");
            sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, defensive, nullptr);
            const std::string before = db.dump();
            CHECK_THROWS_AS(upgrade(db, failing), error);
            CHECK(db.value("PRAGMA main.journal_mode") == "off");
            CHECK(db.value("PRAGMA temp.journal_mode") == "off");
            CHECK(configured(db, SQLITE_DBCONFIG_DEFENSIVE) == defensive);
            CHECK(db.value("PRAGMA integrity_check") == "ok");
            CHECK(db.dump() == before);
            CHECK(db.value("SELECT count(*) FROM temp.own") == "0");
        }
    }
}

TEST_CASE("a journal that a migration chooses stays") {
    const made_history to_wal(
        {{"001", {}, {}, "PRAGMA journal_mode = WAL;", "SELECT 1;", up_without_transaction}});
    const made_file file;
    const made_database db(file.path());
    db.run("PRAGMA journal_mode = OFF");
    upgrade(db, to_wal);
    CHECK(db.value("PRAGMA journal_mode") == "wal");
}

TEST_CASE("the database may have another name to the program") {
    const made_database db;
    sqlite3_db_config(db, SQLITE_DBCONFIG_MAINDBNAME, "store");
    upgrade(db, sensitive(), "001");
    db.run(rows_of_the_user);
    upgrade(db, sensitive());
    CHECK(without_times(db.dump()) == without_times(expected()));
}

TEST_CASE("a temporary trigger of the program that has a say in a migration is refused") {
    for (const std::string body :
         {"DELETE FROM gone", "INSERT INTO gone VALUES (old.title)", "UPDATE item SET price = 1",
          "SELECT RAISE(IGNORE)", "SELECT raise(ignore) WHERE old.price > 1"}) {
        CAPTURE(body);
        const made_database db;
        upgrade(db, sensitive(), "001");
        db.run(rows_of_the_user);
        db.run("CREATE TEMP TRIGGER watch BEFORE DELETE ON main.item BEGIN " + body + "; END;");
        const std::string before = db.dump();
        const error failed = failure_of([&] { upgrade(db, sensitive()); });
        CHECK(failed.code() == error_code::settings);
        CHECK(contains(failed.what(), "temporary trigger watch of the program has a say"));
        CHECK(db.dump() == before);
        db.run("DROP TRIGGER watch");
        upgrade(db, sensitive());
        CHECK(without_times(db.dump()) == without_times(expected()));
    }
}

TEST_CASE("a temporary trigger that only listens, and one of the migration, are no obstacle") {
    const made_database db;
    upgrade(db, made_history(versions(1)));
    db.run("CREATE TEMP TABLE heard (a);"
           "CREATE TEMP TRIGGER hear AFTER INSERT ON main.t1 BEGIN INSERT INTO heard VALUES (new.a); END;"
           "CREATE TEMP TRIGGER other AFTER DELETE ON main.t1 BEGIN DELETE FROM t1; END;");
    std::vector<spelled_revision> all = versions(1);
    all.push_back({"002",
                   {"001"},
                   {},
                   "CREATE TEMP TRIGGER mine AFTER INSERT ON main.t1 WHEN new.a < 3 BEGIN\n"
                   "  INSERT INTO t1 VALUES (new.a + 1); END;"
                   "INSERT INTO t1 VALUES (1); DROP TRIGGER mine;",
                   "SELECT 1;"});
    upgrade(db, made_history(all));
    CHECK(db.rows("SELECT a FROM heard") == names{"1", "2"});
}

} // namespace headway::tests
