#include "catch.hpp"
#include "postgresql/failure_of.hpp"
#include "postgresql/made_server.hpp"

#include <atomic>
#include <thread>

using namespace headway;
using namespace headway::tests;

namespace {

const std::vector<spelled_revision> plain{{"1", {}, {}, "CREATE TABLE t (a int);", "DROP TABLE t;"}};

spelled_revision alone(std::string id, std::vector<std::string> parents, std::string up) {
    return {std::move(id), std::move(parents), {}, std::move(up), "DROP INDEX ix;", up_without_transaction};
}

} // namespace

TEST_CASE("the settings of the session are those that migrations know, and as they were afterwards") {
    const made_server_database in;
    const client db = in.connect();
    db.ask("CREATE SCHEMA app; CREATE SCHEMA other; CREATE ROLE reader; GRANT ALL ON SCHEMA app TO reader");
    db.ask("SET client_encoding = LATIN1; SET standard_conforming_strings = off; SET TimeZone = "
           "'Europe/Berlin'; "
           "SET DateStyle = 'German'; SET search_path = app; SET statement_timeout = '100s'");
    const auto all = [&] {
        std::string text;
        for (const char* const name :
             {"client_encoding", "standard_conforming_strings", "TimeZone", "DateStyle", "search_path",
              "statement_timeout", "role", "lock_timeout"}) {
            text += std::string(name) + "=" + db.ask(std::string("SHOW ") + name) + " ";
        }
        return text;
    };
    const std::string before = all();
    const made_server_history history(
        {{"1",
          {},
          {},
          "CREATE TABLE t (a text); INSERT INTO t VALUES ('ü\\n'), (current_setting('TimeZone')), "
          "('2024-01-02 03:04:05+00'::timestamptz::text);\nSELECT set_config('search_path', 'other', "
          "false);\n"
          "CREATE TABLE there (a int); SET ROLE reader; SET TimeZone = 'Asia/Tokyo'; SET statement_timeout = "
          "5",
          ""},
         {"2",
          {"1"},
          {},
          "CREATE TABLE here (a text); INSERT INTO here VALUES (current_user || ' ' || "
          "current_setting('TimeZone'))",
          ""}});
    upgrade(db, history);
    CHECK(all() == before);
    db.ask("SET client_encoding = UTF8");
    CHECK(db.ask("SELECT a FROM app.t") == "ü\\n\nUTC\n2024-01-02 03:04:05+00");
    CHECK(db.ask("SELECT a FROM app.here") == "postgres UTC");
    CHECK(db.ask("SELECT count(*) FROM other.there") == "0");
}

TEST_CASE("the settings are as they were also when a revision fails, or runs alone") {
    const made_server_database in;
    const client db = in.connect();
    db.ask("SET TimeZone = 'Europe/Berlin'");
    failure_of([&] {
        upgrade(db, made_server_history({{"1", {}, {}, "SET TimeZone = 'Asia/Tokyo'; SELECT 1 / 0", ""}}));
    });
    CHECK(db.ask("SHOW TimeZone") == "Europe/Berlin");
    upgrade(db, made_server_history({plain[0], alone("2", {"1"}, "CREATE INDEX CONCURRENTLY ix ON t (a)")}));
    CHECK(db.ask("SHOW TimeZone") == "Europe/Berlin");
    CHECK(db.ask("SHOW lock_timeout") == "0");
}

TEST_CASE("an index that was never finished is made anew") {
    const made_server_database in;
    const client db = in.connect();
    const made_server_history history(
        {plain[0],
         alone("2", {"1"}, "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ix ON t (a) WHERE a > 0")});
    upgrade(db, history, "1");
    db.ask("INSERT INTO t VALUES (1), (1)");
    const error failed = failure_of([&] { upgrade(db, history); });
    CHECK(failed.sqlstate() == "23505");
    CHECK(db.ask("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass") == "f");
    db.ask("DELETE FROM t");
    upgrade(db, history);
    CHECK(db.ask("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass") == "t");
}

TEST_CASE("an index that is there already counts if it is the same, whatever words it was made by") {
    const made_server_database in;
    const client db = in.connect();
    const made_server_history history(
        {plain[0], alone("2", {"1"}, "CREATE INDEX CONCURRENTLY ix ON public.t ((a + 1) DESC) WHERE a > 0")});
    upgrade(db, history, "1");
    SECTION("the same") {
        db.ask("CREATE INDEX ix ON t USING btree ((a+1) DESC NULLS FIRST) WHERE (a > 0)");
        const std::string file = db.ask("SELECT relfilenode FROM pg_class WHERE relname = 'ix'");
        upgrade(db, history);
        CHECK(db.ask("SELECT relfilenode FROM pg_class WHERE relname = 'ix'") == file);
    }
    SECTION("another") {
        db.ask("CREATE INDEX ix ON t (a)");
        CHECK(failure_of([&] { upgrade(db, history); }).sqlstate() == "42P07");
        CHECK(current(db) == std::vector<std::string>{"1"});
    }
}

TEST_CASE("a lock of another session is waited for, and the transaction run again") {
    const made_server_database in;
    const client db = in.connect();
    const client other = in.connect();
    const made_server_history history(
        {plain[0],
         {"2",
          {"1"},
          {},
          "CREATE TABLE before (a int);\nALTER TABLE t ADD COLUMN b int;\nCREATE TABLE u (a int);",
          ""}});
    upgrade(db, history, "1");
    other.ask("BEGIN; SELECT * FROM t");
    SECTION("in time") {
        std::thread later([&] {
            other.ask("SELECT pg_sleep(2.5)");
            other.ask("COMMIT");
        });
        const report done = upgrade(db, history);
        later.join();
        CHECK(done.steps.size() == 1);
        CHECK(db.ask("SELECT count(*) FROM pg_class WHERE relname IN ('before', 'u')") == "2");
    }
    SECTION("not in time") {
        options chosen;
        chosen.busy_timeout = std::chrono::milliseconds(10);
        const error failed = failure_of([&] { upgrade(db, history, "head", chosen); });
        CHECK(failed.code() == error_code::busy);
        CHECK(failed.sqlstate() == "55P03");
        CHECK(failed.line() == 6);
        other.ask("COMMIT");
        CHECK(upgrade(db, history).steps.size() == 1);
    }
}

TEST_CASE("who migrates the database is named, and waiting for it can be cancelled") {
    const made_server_database in;
    const client db = in.connect();
    const made_server_history history(plain);
    std::atomic<bool> runs{false};
    std::atomic<bool> ends{false};
    std::thread slow([&] {
        const client with = in.connect("application_name=slow_one");
        options chosen;
        chosen.cancelled = [&] { return ends.load(); };
        chosen.on_progress = [&](const progress&) { runs = true; };
        try {
            upgrade(with, made_server_history({{"1", {}, {}, "SELECT pg_sleep(600)", ""}}), "head", chosen);
        } catch (const error& failed) {
            ends = failed.code() == error_code::cancelled;
        }
    });
    while (!runs) {
        std::this_thread::yield();
    }
    options chosen;
    chosen.busy_timeout = std::chrono::milliseconds(20);
    const error failed = failure_of([&] { upgrade(db, history, "head", chosen); });
    CHECK(failed.code() == error_code::busy);
    CHECK(std::string(failed.what()).find("for slow_one") != std::string::npos);

    int asked = 0;
    options impatient;
    impatient.cancelled = [&] { return ++asked > 3; };
    CHECK(failure_of([&] { upgrade(db, history, "head", impatient); }).code() == error_code::cancelled);
    ends = true;
    slow.join();
    CHECK(ends);
    CHECK(upgrade(db, history).steps.size() == 1);
}

TEST_CASE("a lost connection is told apart, and the next launch goes on") {
    const made_server_database in;
    const client other = in.connect();
    {
        const client db = in.connect("application_name=victim");
        options chosen;
        chosen.on_progress = [&](const progress& now) {
            if (now.beat > 0)
                other.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = "
                          "'victim'");
        };
        const made_server_history slow({plain[0], {"2", {"1"}, {}, "SELECT pg_sleep(600)", ""}});
        const error failed = failure_of([&] { upgrade(db, slow, "head", chosen); });
        CHECK(failed.code() == error_code::connection);
        CHECK(failure_of([&] { upgrade(db, slow); }).code() == error_code::connection);
    }
    CHECK(current(other).empty());
    CHECK(upgrade(other, made_server_history(plain)).steps.size() == 1);
}

TEST_CASE("many launchers at once run each revision once, indexes that are made concurrently too") {
    const made_server_database in;
    const made_server_history history(
        {plain[0],
         alone("2", {"1"}, "CREATE INDEX CONCURRENTLY ix ON t (a)"),
         {"3", {"2"}, {}, "CREATE TABLE u (a int); INSERT INTO t VALUES (1)", ""},
         alone("4", {"3"}, "CREATE INDEX CONCURRENTLY iy ON t (a)")});
    std::vector<std::thread> all;
    std::atomic<int> failures{0};
    std::atomic<std::size_t> steps{0};
    for (int each = 0; each < 12; ++each) {
        all.emplace_back([&] {
            try {
                const client db = in.connect();
                steps += upgrade(db, history).steps.size();
            } catch (const std::exception&) {
                ++failures;
            }
        });
    }
    for (std::thread& each : all) {
        each.join();
    }
    CHECK(failures == 0);
    CHECK(steps == 4);
    const client db = in.connect();
    CHECK(db.ask("SELECT count(*) FROM t") == "1");
    CHECK(db.ask("SELECT count(*) FROM headway_log") == "4");
}
