#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

#include <sqlite3.h>

#include <thread>

namespace headway::tests {
namespace {

/// Runs for many beats if nothing stops it.
constexpr const char* long_statement =
    "CREATE TABLE big AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) "
    "SELECT count(*) AS c FROM n;";

std::vector<spelled_revision> with_long_revision() {
    std::vector<spelled_revision> made = versions(2);
    made.push_back({"long", {"002"}, {}, long_statement, "DROP TABLE big;"});
    return made;
}

} // namespace

TEST_CASE("per revision, what precedes a failing one stays applied") {
    std::vector<spelled_revision> made = versions(3);
    made[2].up = "SELECT nope;";
    const made_history broken(made);
    options chosen;
    const made_database all;
    CHECK(failure_of([&] { upgrade(all, broken, "head", chosen); }).revision() == "003");
    CHECK(current(all).empty());
    chosen.transaction = transaction_mode::per_revision;
    const made_database each;
    CHECK(failure_of([&] { upgrade(each, broken, "head", chosen); }).revision() == "003");
    CHECK(current(each) == names{"002"});
    CHECK(upgrade(each, made_history(versions(3)), "head", chosen).steps.size() == 1);
    CHECK(downgrade(each, made_history(versions(3)), "base", chosen).steps.size() == 3);
}

TEST_CASE("progress tells each revision, its place, and that a long one is alive", "[optional]") {
    struct told {
        std::string revision;
        std::size_t index;
        std::size_t total;
    };
    std::vector<told> begun;
    std::size_t beats = 0;
    options chosen;
    chosen.on_progress = [&](const progress& now) {
        if (now.beat == 0) begun.push_back({std::string(now.revision), now.index, now.total});
        beats += now.beat > 0 ? 1 : 0;
    };
    const made_database db;
    upgrade(db, made_history(with_long_revision()), "head", chosen);
    REQUIRE(begun.size() == 3);
    CHECK(begun[0].revision == "001");
    CHECK(begun[2].revision == "long");
    CHECK(begun[2].index == 2);
    CHECK(begun[2].total == 3);
    CHECK(beats > 3);
}

TEST_CASE("what a callback throws comes out, and everything is rolled back", "[optional]") {
    const made_database db;
    db.run("PRAGMA foreign_keys = ON");
    options chosen;
    for (const std::size_t beat : {std::size_t{0}, std::size_t{2}}) {
        chosen.on_progress = [&](const progress& now) {
            if (now.revision == "long" && now.beat == beat) throw std::logic_error("of the caller's own");
        };
        const made_history made(with_long_revision());
        CHECK_THROWS_AS(upgrade(db, made, "head", chosen), std::logic_error);
        CHECK(current(db).empty());
        CHECK(sqlite3_get_autocommit(db) != 0);
        CHECK(db.value("PRAGMA foreign_keys") == "1");
    }
}

TEST_CASE("a cancelled upgrade is rolled back, between revisions and within a long one", "[optional]") {
    const made_database db;
    const made_history made(with_long_revision());
    for (const int after : {0, 1, 2, 4, 6}) {
        CAPTURE(after);
        int asked = 0;
        options chosen;
        chosen.cancelled = [&] { return asked++ >= after; };
        const error failed = failure_of([&] { upgrade(db, made, "head", chosen); });
        CHECK(failed.code() == error_code::cancelled);
        CHECK(current(db).empty());
        CHECK(db.rows("SELECT name FROM sqlite_schema").empty());
        CHECK(sqlite3_get_autocommit(db) != 0);
    }
    CHECK(upgrade(db, made).steps.size() == 3);
}

TEST_CASE("waiting for a lock can be cancelled") {
    const made_file file;
    const made_database writer(file.path());
    writer.run("BEGIN IMMEDIATE");
    const made_database db(file.path());
    int asked = 0;
    options chosen;
    chosen.cancelled = [&] { return ++asked > 3; };
    CHECK(failure_of([&] { upgrade(db, made_history(versions(1)), "head", chosen); }).code() ==
          error_code::cancelled);
}

TEST_CASE("sqlite3_interrupt() cancels too", "[optional]") {
    const made_database db;
    const made_history made(with_long_revision());
    options chosen;
    chosen.on_progress = [&](const progress& now) {
        if (now.beat == 1) sqlite3_interrupt(db);
    };
    const error failed = failure_of([&] { upgrade(db, made, "head", chosen); });
    CHECK(failed.code() == error_code::cancelled);
    CHECK(failed.revision() == "long");
    CHECK(current(db).empty());
}

TEST_CASE("verification finds a revision that was edited after it was applied") {
    const made_database db;
    const made_history made(versions(3));
    upgrade(db, made, "002");
    options chosen;
    chosen.verify = verification::applied;
    CHECK(upgrade(db, made, "head", chosen).steps.size() == 1);
    CHECK(upgrade(db, made, "head", chosen).up_to_date());

    db.run("UPDATE headway_log SET checksum = '0' WHERE revision = '002'");
    const error failed = failure_of([&] { upgrade(db, made, "head", chosen); });
    CHECK(failed.code() == error_code::edited);
    CHECK(failed.revision() == "002");
    CHECK(contains(failed.what(), "the database was upgraded with other SQL than this program has:\n"
                                  "  002_made.sql, applied at 20"));
    CHECK(upgrade(db, made).up_to_date());

    downgrade(db, made, "001");
    CHECK(upgrade(db, made, "head", chosen).steps.size() == 2);
}

TEST_CASE("another connection learns of a changed schema by itself") {
    const made_file file;
    const made_database writer(file.path());
    const made_history first(
        {{"001", {}, {}, "CREATE TABLE t (a); INSERT INTO t VALUES (1);", "DROP TABLE t;"}});
    const made_history second(
        {{"001", {}, {}, "CREATE TABLE t (a); INSERT INTO t VALUES (1);", "DROP TABLE t;"},
         {"002", {"001"}, {}, "ALTER TABLE t ADD COLUMN b DEFAULT 2;", "SELECT 1;"}});
    upgrade(writer, first);
    const made_database reader(file.path());
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(reader, "SELECT * FROM t", -1, &statement, nullptr) == SQLITE_OK);
    CHECK(sqlite3_step(statement) == SQLITE_ROW);
    CHECK(sqlite3_column_count(statement) == 1);
    sqlite3_reset(statement);
    upgrade(writer, second);
    CHECK(sqlite3_step(statement) == SQLITE_ROW);
    CHECK(sqlite3_column_count(statement) == 2);
    CHECK(sqlite3_column_int(statement, 1) == 2);
    sqlite3_finalize(statement);
}

TEST_CASE("verification passes over what was taken back without a word to the log") {
    options careful;
    careful.verify = verification::applied;
    const made_database db;
    upgrade(db, made_history(versions(2)));
    db.run("DROP TABLE t2; UPDATE alembic_version SET version_num = '001'"); // as Alembic does
    std::vector<spelled_revision> edited = versions(2);
    edited[1].up = "CREATE TABLE t2 (a, b);";
    CHECK(upgrade(db, made_history(edited), "head", careful).steps.size() == 1);
}

} // namespace headway::tests
