// A statement that the program has not finished is not taken for another connection.
#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

#include "headway/backup.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace headway::tests {
namespace {

/// A query that has given its first row and not its last.
class begun_query {
public:
    begun_query(const made_database& db, const char* sql) {
        REQUIRE(sqlite3_prepare_v2(db, sql, -1, &statement_, nullptr) == SQLITE_OK);
        REQUIRE(sqlite3_step(statement_) == SQLITE_ROW);
    }
    begun_query(const begun_query&) = delete;
    begun_query& operator=(const begun_query&) = delete;
    ~begun_query() { sqlite3_finalize(statement_); }

private:
    sqlite3_stmt* statement_ = nullptr;
};

constexpr const char* query = "-- what the list shows\nSELECT a AS shown\nFROM t1";

made_history then(const char* up, std::uint32_t flags = 0) {
    std::vector<spelled_revision> all = versions(1);
    all.push_back({"002", {"001"}, {}, up, "SELECT 1;", flags});
    return made_history(all);
}

made_database& with_rows(made_database& db) {
    upgrade(db, made_history(versions(1)));
    db.run("INSERT INTO t1 VALUES (1), (2); CREATE INDEX i1 ON t1 (a)");
    return db;
}

/// Within a time in which nobody has waited.
error quick_failure_of(const std::function<void()>& call) {
    const auto begin = std::chrono::steady_clock::now();
    error failed = failure_of(call);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
    return failed;
}

void check_blame(const error& failed) {
    CAPTURE(failed.what());
    CHECK(failed.code() == error_code::in_transaction);
    CHECK(contains(failed.what(), "a statement of this connection is not finished: SELECT a AS shown"));
    CHECK_FALSE(contains(failed.what(), "nother connection"));
}

} // namespace

TEST_CASE("what cannot be dropped since the program reads is said to be in the way of its query") {
    for (const char* up : {"DROP TABLE t1;", "DROP INDEX i1;", "CREATE TABLE t2 (b); DROP TABLE t2;",
                           "CREATE TABLE n (a); INSERT INTO n SELECT a FROM t1; DROP TABLE t1;"}) {
        CAPTURE(up);
        made_database db;
        const begun_query open(with_rows(db), query);
        const made_history next = then(up);
        const error failed = quick_failure_of([&] { upgrade(db, next); });
        check_blame(failed);
        CHECK(failed.revision() == "002");
        CHECK(current(db) == names{"001"});
    }
}

TEST_CASE("nobody waits for a query of the program itself, without a transaction either") {
    made_database db;
    const begun_query open(with_rows(db), query);
    const error failed = quick_failure_of([&] { upgrade(db, then("VACUUM;", up_without_transaction)); });
    CHECK(failed.code() == error_code::statement);
    CHECK(contains(failed.what(), "SQL statements in progress"));
}

TEST_CASE("a query that keeps an old state in view is in the way of the lock") {
    const made_file file;
    made_database db(file.path());
    db.run("PRAGMA journal_mode = WAL");
    const begun_query open(with_rows(db), query);
    made_database(file.path()).run("INSERT INTO t1 VALUES (3)");
    for (const auto& call :
         std::vector<std::function<void()>>{[&] { upgrade(db, then("CREATE TABLE t2 (b);")); },
                                            [&] { downgrade(db, made_history(versions(1)), "base"); },
                                            [&] { stamp(db, then("SELECT 1;"), {"002"}); }})
        check_blame(quick_failure_of(call));
}

TEST_CASE("a database is not replaced under a query") {
    const made_file copy;
    made_database(copy.path()).run("CREATE TABLE other (x)");
    const made_file file;
    made_database db(file.path());
    const begun_query open(with_rows(db), query);
    check_blame(quick_failure_of([&] { restore(db, copy.path()); }));
}

TEST_CASE("a query that is in nobody's way does not stop an upgrade") {
    for (const char* mode : {"delete", "wal"}) {
        CAPTURE(mode);
        const made_file file;
        made_database db(file.path());
        db.run(std::string("PRAGMA journal_mode = ") + mode);
        const begun_query open(with_rows(db), query);
        CHECK(upgrade(db, then("CREATE TABLE t2 (b); INSERT INTO t2 SELECT a FROM t1;")).steps.size() == 1);
    }
}

TEST_CASE("another connection that writes is still waited for, and named beside the query") {
    const made_file file;
    made_database db(file.path());
    db.run("PRAGMA journal_mode = WAL");
    const begun_query open(with_rows(db), query);
    const made_database writer(file.path());
    writer.run("BEGIN IMMEDIATE");
    options chosen;
    chosen.busy_timeout = std::chrono::milliseconds(20);
    const error failed = failure_of([&] { upgrade(db, then("CREATE TABLE t2 (b);"), "head", chosen); });
    CHECK(failed.code() == error_code::busy);
    CHECK(contains(failed.what(), "Another connection has held its lock for 20 ms"));
    CHECK(contains(failed.what(), "It may be waiting for a statement of this connection that is not "
                                  "finished: SELECT a AS shown"));
}

} // namespace headway::tests
