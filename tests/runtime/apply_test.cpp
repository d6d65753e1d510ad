#include "catch.hpp"
#include "headway/headway.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

#ifndef HEADWAY_TESTS_LACK_SQLITECPP
#include <SQLiteCpp/Database.h>
#endif

#include <atomic>
#include <thread>

namespace headway::tests {
namespace {

const made_history& shop() {
    static const made_history made({
        {"001",
         {},
         {},
         "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL);\n"
         "CREATE TABLE purchase (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL\n"
         "  REFERENCES customer (id) ON DELETE CASCADE);\n",
         "DROP TABLE purchase;\nDROP TABLE customer;\n"},
        {"002",
         {"001"},
         {},
         "CREATE INDEX ix_customer_name ON customer (name);",
         "DROP INDEX ix_customer_name;"},
        {"003",
         {"002"},
         {},
         "CREATE TABLE new_customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE);\n"
         "INSERT INTO new_customer SELECT id, name FROM customer;\n"
         "DROP TABLE customer;\n"
         "ALTER TABLE new_customer RENAME TO customer;\n"
         "CREATE INDEX ix_customer_name ON customer (name);\n",
         "CREATE TABLE old_customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL);\n"
         "INSERT INTO old_customer SELECT id, name FROM customer;\n"
         "DROP TABLE customer;\n"
         "ALTER TABLE old_customer RENAME TO customer;\n"
         "CREATE INDEX ix_customer_name ON customer (name);\n"},
    });
    return made;
}

/// `shop` with one more revision.
std::vector<spelled_revision> with(spelled_revision last) {
    return {{"001", {}, {}, "CREATE TABLE t (id INTEGER PRIMARY KEY, v);", "DROP TABLE t;"}, std::move(last)};
}

} // namespace

TEST_CASE("an empty database is upgraded to head, and a second call has nothing to do") {
    const made_database db;
    const report first = upgrade(db, shop());
    CHECK(revisions(first) == names{"001", "002", "003"});
    CHECK(first.steps.front().summary == "Summary of 001");
    CHECK(first.duration.count() > 0);
    CHECK(db.rows("SELECT * FROM alembic_version") == names{"003"});
    CHECK(current(db) == names{"003"});
    CHECK(upgrade(db, shop()).up_to_date());
    CHECK(pending(db, shop()).empty());
}

#ifndef HEADWAY_TESTS_LACK_SQLITECPP // which is not there for every machine
TEST_CASE("SQLite::Database is taken as it is") {
    SQLite::Database db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    CHECK(pending(db, shop()).size() == 3);
    CHECK(upgrade(db, shop(), "001").steps.size() == 1);
    CHECK(current(db) == names{"001"});
    CHECK(stamp(db, shop(), {"002"}) == names{"002"});
    CHECK(downgrade(db, shop(), "002").up_to_date());
}
#endif

TEST_CASE("the version table is Alembic's, to the byte") {
    const made_database db;
    upgrade(db, shop());
    CHECK(db.value("SELECT sql FROM sqlite_schema WHERE name = 'alembic_version'") ==
          "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n"
          "\tCONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)");
}

TEST_CASE("the version table's name is an option") {
    const made_database db;
    options chosen;
    chosen.version_table = "My \"Table\"";
    upgrade(db, shop(), "head", chosen);
    CHECK(current(db, chosen) == names{"003"});
    CHECK(current(db).empty());
    CHECK(upgrade(db, shop(), "head", chosen).up_to_date());
}

TEST_CASE("a version table that is named as a keyword is one like any other") {
    for (const char* name : {"order", "group", "table", "Select", "values", "2nd", "index"}) {
        CAPTURE(name);
        const made_database db;
        options chosen;
        chosen.version_table = name;
        upgrade(db, shop(), "head", chosen);
        CHECK(current(db, chosen) == names{"003"});
        downgrade(db, shop(), "001", chosen);
        stamp(db, shop(), {"002"}, chosen);
        CHECK(db.rows("SELECT version_num FROM \"" + std::string(name) + '"') == names{"002"});
    }
}

TEST_CASE("the log says what was done, by whom, and how to undo it") {
    const made_database db;
    options chosen;
    chosen.application = "shop";
    chosen.application_version = "1.2";
    upgrade(db, shop(), "002", chosen);
    downgrade(db, shop(), "-1", chosen);
    stamp(db, shop(), {"003"}, chosen);
    CHECK(
        db.rows("SELECT sequence, revision, operation, headway, application, application_version, down FROM "
                "headway_log") ==
        names{"1|001|upgrade|0.1.0|shop|1.2|DROP TABLE purchase;\nDROP TABLE customer;\n",
              "2|002|upgrade|0.1.0|shop|1.2|DROP INDEX ix_customer_name;", "3|002|downgrade|0.1.0|shop|1.2|",
              "4|003|stamp|0.1.0|shop|1.2|"});
    CHECK(db.value("SELECT count(*) FROM headway_log WHERE length(checksum) = 64 AND finished >= started AND "
                   "abs(julianday(started) - julianday('now')) < 1") == "4");
}

TEST_CASE("without the log the same is done") {
    const made_database db;
    options chosen;
    chosen.log = false;
    CHECK(upgrade(db, shop(), "head", chosen).steps.size() == 3);
    CHECK(db.value("SELECT count(*) FROM sqlite_schema WHERE name = 'headway_log'") == "0");
}

TEST_CASE("a downgrade to base leaves nothing but Headway's own tables") {
    const made_database db;
    upgrade(db, shop());
    CHECK(revisions(downgrade(db, shop(), "base")) == names{"003", "002", "001"});
    CHECK(db.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1") ==
          names{"alembic_version", "headway_log"});
    CHECK(current(db).empty());
}

TEST_CASE("a failing statement rolls all pending revisions back and names its place") {
    const made_history made(
        with({"002", {"001"}, {}, "CREATE TABLE u (a);\n-- why\n  INSERT INTO u\nVALUES (1, 2);", ""}));
    const made_database db;
    db.run("CREATE TABLE kept (a); INSERT INTO kept VALUES (1)");
    const std::string before = db.dump();
    const error failed = failure_of([&] { upgrade(db, made); });
    CHECK(failed.code() == error_code::statement);
    CHECK(failed.revision() == "002");
    CHECK(failed.file() == "002_made.sql");
    CHECK(failed.line() == 7);
    CHECK(failed.engine_code() == SQLITE_ERROR);
    CHECK(std::string(failed.what()) == "002_made.sql:7:3: table u has 1 columns but 2 values were supplied\n"
                                        "  INSERT INTO u\nRevision 002 was rolled back.");
    CHECK(db.dump() == before);
    CHECK(sqlite3_get_autocommit(db) != 0);
}

TEST_CASE("the place of an error counts code points, and the statement's start if SQLite names no token") {
    const made_history made(with({"002", {"001"}, {}, "SELECT 'ä€𝄞', nope;", ""}));
    const made_database db;
    CHECK(failure_of([&] { upgrade(db, made); }).column() == 15);
    const made_history at_run_time(
        with({"002", {"001"}, {}, "INSERT INTO t VALUES (1, 1);\n/* a */ INSERT INTO t VALUES (1, 2);", ""}));
    const error failed = failure_of([&] { upgrade(db, at_run_time); });
    CHECK(failed.line() == 6);
    CHECK(failed.column() == 9);
    CHECK(failed.engine_code() == SQLITE_CONSTRAINT_PRIMARYKEY);
}

TEST_CASE("foreign keys are off while a parent table is rebuilt, and on again afterwards") {
    const made_database db;
    db.run("PRAGMA foreign_keys = ON");
    upgrade(db, shop(), "002");
    db.run("INSERT INTO customer VALUES (7, 'a'); INSERT INTO purchase VALUES (1, 7), (2, 7)");
    upgrade(db, shop());
    CHECK(db.value("SELECT count(*) FROM purchase") == "2");
    CHECK(db.value("PRAGMA foreign_keys") == "1");
    downgrade(db, shop(), "002");
    CHECK(db.value("SELECT count(*) FROM purchase") == "2");
}

TEST_CASE("rows that lose their parents are listed and rolled back; those that never had one are not") {
    const made_history made(with({"002",
                                  {"001"},
                                  {},
                                  "CREATE TABLE child (t INTEGER REFERENCES t (id));\n"
                                  "INSERT INTO child VALUES (1), (5);",
                                  "DROP TABLE child;"}));
    const made_database db;
    upgrade(db, made, "001");
    db.run("INSERT INTO t VALUES (1, 'a')");
    const error failed = failure_of([&] { upgrade(db, made); });
    CHECK(failed.code() == error_code::foreign_keys);
    CHECK(std::string(failed.what()) ==
          "the migration leaves 1 row without the parent that a foreign key names\n"
          "  row 2 of table child refers to a row of table t that is not there\n"
          "Revision 002, 002_made.sql, was rolled back.");
    CHECK(failed.revision() == "002");
    CHECK(failed.file() == "002_made.sql");
    CHECK(db.value("SELECT count(*) FROM sqlite_schema WHERE name = 'child'") == "0");

    db.run("CREATE TABLE old (t INTEGER REFERENCES t (id)); INSERT INTO old VALUES (99)");
    const made_history harmless(with({"002", {"001"}, {}, "UPDATE t SET v = 'b';", ""}));
    CHECK(upgrade(db, harmless).steps.size() == 1);
}

TEST_CASE(
    "rows without parents name the revisions that ran in one transaction, or the one that ran in its own") {
    std::vector<spelled_revision> revisions{
        {"001", {}, {}, "CREATE TABLE t (id INTEGER PRIMARY KEY);", "DROP TABLE t;"},
        {"002", {"001"}, {}, "CREATE TABLE c (t INTEGER REFERENCES t (id));", "DROP TABLE c;"},
        {"003", {"002"}, {}, "INSERT INTO c VALUES (5);", "DELETE FROM c;"}};
    const made_history made(std::move(revisions));
    const auto last_line = [&](transaction_mode mode) {
        const made_database db;
        options chosen;
        chosen.transaction = mode;
        const std::string message = failure_of([&] { upgrade(db, made, "head", chosen); }).what();
        return message.substr(message.rfind('\n') + 1);
    };
    CHECK(last_line(transaction_mode::all_pending) ==
          "Revisions 001, 002, 003 ran in one transaction, which was rolled back.");
    CHECK(last_line(transaction_mode::per_revision) == "Revision 003, 003_made.sql, was rolled back.");
}

TEST_CASE("what would break the transaction, the file or the version rows is refused, and says why",
          "[optional]") {
    const std::pair<const char*, const char*> cases[] = {
        {"BEGIN;", "BEGIN is not allowed in a migration"},
        {"COMMIT;", "COMMIT is not allowed in a migration"},
        {"END;", "COMMIT is not allowed in a migration"},
        {"ROLLBACK;", "ROLLBACK is not allowed in a migration"},
        {"SAVEPOINT a;", "SAVEPOINT is not allowed in a migration"},
        {"PRAGMA foreign_keys = ON;", "PRAGMA foreign_keys is not allowed in a migration"},
        {"pragma FOREIGN_KEYS(0);", "PRAGMA foreign_keys is not allowed in a migration"},
        {"PRAGMA journal_mode = WAL;", "PRAGMA journal_mode is not allowed in a migration"},
        {"PRAGMA writable_schema = 1;", "PRAGMA writable_schema is not allowed in a migration"},
        {"PRAGMA wal_checkpoint;", "PRAGMA wal_checkpoint is not allowed in a migration"},
        {"ATTACH ':memory:' AS other;", "ATTACH and DETACH are not allowed"},
        {"DETACH main;", "ATTACH and DETACH are not allowed"},
        {"DELETE FROM Alembic_Version;", "table alembic_version is not a migration's to write"},
        {"DROP TABLE alembic_version;", "table alembic_version is not a migration's to write"},
        {"ALTER TABLE alembic_version ADD COLUMN a;", "table alembic_version is not a migration's to write"},
        {"CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM alembic_version; END; INSERT INTO t VALUES "
         "(1, 2);",
         "table alembic_version is not a migration's to write"},
        {"CREATE INDEX i ON alembic_version (version_num);",
         "table alembic_version is not a migration's to write"},
        {"UPDATE headway_log SET down = '';", "table headway_log is not a migration's to write"},
        {"SELECT load_extension('x');", "load_extension() is not allowed"},
    };
    for (const auto& [sql, message] : cases) {
        CAPTURE(sql);
        const made_history made(with({"002", {"001"}, {}, sql, ""}));
        const made_database db;
        upgrade(db, made, "001");
        const std::string before = db.dump();
        const error failed = failure_of([&] { upgrade(db, made); });
        CHECK(failed.code() == error_code::refused);
        CHECK(failed.line() == 5);
        CHECK(contains(failed.what(), message));
        CHECK(db.dump() == before);
    }
}

TEST_CASE("what only looks or belongs to the transaction is allowed") {
    for (const char* sql : {"PRAGMA table_info(t);", "PRAGMA user_version = 7;", "PRAGMA foreign_keys;",
                            "PRAGMA defer_foreign_keys = ON;", "PRAGMA legacy_alter_table = ON;",
                            "SELECT * FROM alembic_version;", "PRAGMA foreign_key_check;"}) {
        CAPTURE(sql);
        const made_history made(with({"002", {"001"}, {}, sql, ""}));
        const made_database db;
        CHECK(upgrade(db, made).steps.size() == 2);
        CHECK(db.value("PRAGMA legacy_alter_table") == "0");
    }
}

TEST_CASE("the caller's statements are the caller's: no authorizer stays behind") {
    const made_database db;
    upgrade(db, shop());
    db.run("BEGIN; DELETE FROM headway_log; COMMIT; ATTACH ':memory:' AS other");
    CHECK(db.value("SELECT count(*) FROM headway_log") == "0");
}

TEST_CASE("a connection in a transaction and a read-only database are refused untouched") {
    const made_database db;
    db.run("BEGIN");
    CHECK(failure_of([&] { upgrade(db, shop()); }).code() == error_code::in_transaction);
    CHECK(sqlite3_get_autocommit(db) == 0);
    db.run("COMMIT");

    const made_file file;
    made_database(file.path()).run("CREATE TABLE a (b)");
    const made_database reader(file.path(), SQLITE_OPEN_READONLY);
    CHECK(failure_of([&] { upgrade(reader, shop()); }).code() == error_code::read_only);
    CHECK(pending(reader, shop()).size() == 3);
}

TEST_CASE("an irreversible revision in the way of a downgrade is refused before anything runs") {
    const made_history made({{"001", {}, {}, "CREATE TABLE t (a);", "", irreversible},
                             {"002", {"001"}, {}, "CREATE TABLE u (a);", "DROP TABLE u;"}});
    const made_database db;
    upgrade(db, made);
    const std::string before = db.dump();
    const error failed = failure_of([&] { downgrade(db, made, "base"); });
    CHECK(failed.code() == error_code::irreversible);
    CHECK(failed.revision() == "001");
    CHECK(db.dump() == before);
}

TEST_CASE("a transaction:false section runs alone, between transactions") {
    const made_history made({{"001", {}, {}, "CREATE TABLE t (a);", "DROP TABLE t;"},
                             {"002", {"001"}, {}, "VACUUM;", "", up_without_transaction},
                             {"003", {"002"}, {}, "PRAGMA journal_mode = WAL;", "", up_without_transaction},
                             {"004", {"003"}, {}, "SELECT nope;", ""}});
    const made_file file;
    const made_database db(file.path());
    CHECK(failure_of([&] { upgrade(db, made); }).revision() == "004");
    CHECK(current(db) == names{"003"});
    CHECK(db.value("PRAGMA journal_mode") == "wal");
    CHECK(db.rows("SELECT revision FROM headway_log") == names{"001", "002", "003"});

    const made_history with_transaction(with({"002", {"001"}, {}, "VACUUM;", ""}));
    const made_database other;
    CHECK(failure_of([&] { upgrade(other, with_transaction); }).code() == error_code::statement);
}

TEST_CASE("a transaction:false section may not open a transaction or leave the file") {
    for (const char* sql :
         {"BEGIN;", "ATTACH 'x' AS y;", "PRAGMA foreign_keys = ON;", "DELETE FROM alembic_version;"}) {
        CAPTURE(sql);
        const made_history made(with({"002", {"001"}, {}, sql, "", up_without_transaction}));
        const made_database db;
        CHECK(failure_of([&] { upgrade(db, made); }).code() == error_code::refused);
        CHECK(current(db) == names{"001"});
        CHECK(sqlite3_get_autocommit(db) != 0);
    }
}

TEST_CASE("nothing to do takes no lock, even while another connection writes") {
    const made_file file;
    const made_database writer(file.path());
    upgrade(writer, shop());
    const made_database db(file.path());
    writer.run("BEGIN IMMEDIATE");
    CHECK(upgrade(db, shop()).up_to_date());
    writer.run("ROLLBACK");
}

TEST_CASE("a lock that is never given back ends in an error that says so") {
    const made_file file;
    const made_database writer(file.path());
    writer.run("BEGIN IMMEDIATE");
    const made_database db(file.path());
    options chosen;
    chosen.busy_timeout = std::chrono::milliseconds(20);
    const error failed = failure_of([&] { upgrade(db, shop(), "head", chosen); });
    CHECK(failed.code() == error_code::busy);
    CHECK(std::string(failed.what()) == "could not lock the database: database is locked\nAnother connection "
                                        "has held its lock for 20 ms. Try "
                                        "again, or allow more time with options::busy_timeout.");
}

TEST_CASE("a commit that a reader delays is waited for, not rolled back") {
    const made_file file;
    const made_database db(file.path());
    db.run("CREATE TABLE r (a); INSERT INTO r VALUES (1), (2)");
    const made_database reader(file.path());
    reader.run("BEGIN; SELECT * FROM r");
    std::thread release([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        reader.run("COMMIT");
    });
    CHECK(upgrade(db, shop()).steps.size() == 3);
    release.join();
    CHECK(current(reader) == names{"003"});
}

TEST_CASE("many connections at once apply each revision once") {
    for (const char* mode : {"delete", "wal"}) {
        CAPTURE(mode);
        const made_file file;
        made_database(file.path()).run("PRAGMA journal_mode = " + std::string(mode));
        std::atomic<int> applied{0};
        std::vector<std::thread> launches;
        for (int launch = 0; launch < 8; ++launch) {
            launches.emplace_back([&] {
                const made_database db(file.path());
                applied += static_cast<int>(upgrade(db, shop()).steps.size());
            });
        }
        for (std::thread& launch : launches) {
            launch.join();
        }
        CHECK(applied == 3);
        CHECK(made_database(file.path()).rows("SELECT revision FROM headway_log") ==
              names{"001", "002", "003"});
    }
}

TEST_CASE("rows that other rows imply are removed with the next upgrade") {
    const made_database db;
    upgrade(db, shop(), "002");
    db.run("INSERT INTO alembic_version VALUES ('001')");
    upgrade(db, shop());
    CHECK(current(db) == names{"003"});
}

TEST_CASE("a version table that holds no revision ids is refused") {
    const made_database db;
    db.run("CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES (NULL)");
    CHECK(failure_of([&] { upgrade(db, shop()); }).code() == error_code::version_table);
    const made_database other;
    other.run("CREATE TABLE alembic_version (something)");
    CHECK(failure_of([&] { upgrade(other, shop()); }).code() == error_code::version_table);
}

TEST_CASE("a database of another history is refused, naming its revision") {
    const made_database db;
    db.run("CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES ('beef')");
    const error failed = failure_of([&] { upgrade(db, shop()); });
    CHECK(failed.code() == error_code::unknown_revision);
    CHECK(contains(failed.what(), "'beef'"));
    CHECK(contains(failed.what(), "newer than this program"));
}

TEST_CASE("a history without revisions has nothing to do") {
    const made_history empty({});
    const made_database db;
    CHECK(upgrade(db, empty).up_to_date());
    CHECK(upgrade(db, empty, "heads").up_to_date());
    CHECK(db.rows("SELECT name FROM sqlite_schema").empty());
}

} // namespace headway::tests
