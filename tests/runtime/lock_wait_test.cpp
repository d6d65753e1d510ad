// Waiting for the locks of others can be stopped, whatever waits.
#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

#include "headway/backup.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace headway::tests {
namespace {

using clock = std::chrono::steady_clock;

/// A database at 002 of two, and a connection that keeps everybody out of it.
class held_file {
public:
    explicit held_file(const std::string& sql = "BEGIN EXCLUSIVE") : holder_(file_.path()) {
        upgrade(holder_, made_history(versions(2)));
        holder_.run(sql);
    }
    [[nodiscard]] std::string path() const { return file_.path(); }
    [[nodiscard]] const made_database& holder() const { return holder_; }

private:
    made_file file_;
    made_database holder_;
};

/// Says stop when it is asked for the `when`th time.
std::function<bool()> stop_at(int when, int& asked) {
    asked = 0;
    return [when, &asked] { return ++asked == when; };
}

struct named_call {
    const char* name;
    std::function<void(sqlite3*, const options&)> make;
};

std::vector<named_call> all_calls(const std::string& copy) {
    static const made_history history(versions(3));
    const auto verified = [](verification how) {
        return [how](sqlite3* db, options chosen) {
            chosen.verify = how;
            upgrade(db, history, "head", chosen);
        };
    };
    return {
        {"upgrade", [](sqlite3* db, const options& chosen) { upgrade(db, history, "head", chosen); }},
        {"upgrade, applied", verified(verification::applied)},
        {"upgrade, schema", verified(verification::schema)},
        {"downgrade", [](sqlite3* db, const options& chosen) { downgrade(db, history, "base", chosen); }},
        {"stamp", [](sqlite3* db, const options& chosen) { stamp(db, history, {"003"}, chosen); }},
        {"pending",
         [](sqlite3* db, const options& chosen) { static_cast<void>(pending(db, history, "head", chosen)); }},
        {"current", [](sqlite3* db, const options& chosen) { static_cast<void>(current(db, chosen)); }},
        {"restore",
         [copy](sqlite3* db, const options& chosen) {
             restore(db, copy, chosen.busy_timeout, chosen.cancelled);
         }},
    };
}

/// A copy that could be put back.
std::string copy_of(const made_file& file) {
    made_database(file.path()).run("CREATE TABLE other (x)");
    return file.path();
}

} // namespace

TEST_CASE("every call that waits for a lock asks whether to stop, and leaves the timeout as it was") {
    const made_file copy;
    for (const named_call& call : all_calls(copy_of(copy))) {
        CAPTURE(call.name);
        const held_file held;
        const made_database db(held.path());
        sqlite3_busy_timeout(db, 60'000);
        int asked = 0;
        options chosen;
        chosen.cancelled = stop_at(6, asked);
        const clock::time_point begin = clock::now();
        const error failed = failure_of([&] { call.make(db, chosen); });
        CHECK(failed.code() == error_code::cancelled);
        CHECK(asked == 6);
        CHECK(clock::now() - begin < std::chrono::seconds(5));
        CHECK(db.value("PRAGMA busy_timeout") == "60000");
        held.holder().run("ROLLBACK");
        CHECK(current(db) == names{"002"});
    }
}

TEST_CASE("what is thrown while a lock is waited for comes out of the call") {
    const made_file copy;
    for (const named_call& call : all_calls(copy_of(copy))) {
        CAPTURE(call.name);
        const held_file held;
        const made_database db(held.path());
        options chosen;
        chosen.cancelled = []() -> bool { throw 42; };
        CHECK_THROWS_AS(call.make(db, chosen), int);
        CHECK(sqlite3_get_autocommit(db) != 0);
    }
}

TEST_CASE("sqlite3_interrupt() ends the wait for a lock") {
    const made_file copy;
    for (const named_call& call : all_calls(copy_of(copy))) {
        CAPTURE(call.name);
        const held_file held;
        const made_database db(held.path());
        std::atomic<bool> over{false};
        std::thread interrupter([&] {
            for (; !over; std::this_thread::sleep_for(std::chrono::milliseconds(1)))
                sqlite3_interrupt(db);
        });
        const error failed = failure_of([&] { call.make(db, {}); });
        over = true;
        interrupter.join();
        CHECK(failed.code() == error_code::cancelled);
    }
}

TEST_CASE("a commit that a reader delays can be stopped, and is rolled back") {
    const held_file held("BEGIN; SELECT count(*) FROM t1");
    const made_database db(held.path());
    sqlite3_busy_timeout(db, 60'000);
    int asked = 0;
    options chosen;
    chosen.cancelled = stop_at(9, asked);
    CHECK(failure_of([&] { upgrade(db, made_history(versions(3)), "head", chosen); }).code() ==
          error_code::cancelled);
    CHECK(asked == 9);
    CHECK(sqlite3_get_autocommit(db) != 0);
    CHECK(current(db) == names{"002"});
}

TEST_CASE("a statement that runs without a transaction can be stopped while it waits") {
    std::vector<spelled_revision> more = versions(2);
    more.push_back({"003", {"002"}, {}, "VACUUM;", "SELECT 1;", up_without_transaction});
    const held_file held("BEGIN; SELECT count(*) FROM t1");
    const made_database db(held.path());
    int asked = 0;
    options chosen;
    chosen.cancelled = stop_at(9, asked);
    CHECK(failure_of([&] { upgrade(db, made_history(more), "head", chosen); }).code() ==
          error_code::cancelled);
    held.holder().run("ROLLBACK");
    CHECK(upgrade(db, made_history(more)).steps.size() == 1);
}

TEST_CASE("the timeout is the call's, not the one of the connection") {
    const held_file held;
    const made_database db(held.path());
    sqlite3_busy_timeout(db, 60'000);
    options chosen;
    chosen.busy_timeout = std::chrono::milliseconds(30);
    chosen.cancelled = [] { return false; };
    const clock::time_point begin = clock::now();
    CHECK(failure_of([&] { upgrade(db, made_history(versions(2)), "head", chosen); }).code() ==
          error_code::busy);
    CHECK(clock::now() - begin < std::chrono::seconds(5));
    CHECK(db.value("PRAGMA busy_timeout") == "60000");
}

TEST_CASE("a busy handler of the program is asked, and stays") {
    const held_file held;
    const made_database db(held.path());
    int asked = 0;
    const auto once = [](void* count, int before) {
        ++*static_cast<int*>(count);
        return before == 0 ? 1 : 0;
    };
    sqlite3_busy_handler(db, once, &asked);
    options chosen;
    chosen.busy_timeout = std::chrono::milliseconds(5);
    CHECK(failure_of([&] { upgrade(db, made_history(versions(3)), "head", chosen); }).code() ==
          error_code::busy);
    CHECK(asked > 1);
    const int then = asked;
    CHECK(sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_BUSY);
    CHECK(asked > then);
}

TEST_CASE("a restore that is stopped leaves the mode of the journal and the rows") {
    const made_file copy;
    made_database(copy.path()).run("PRAGMA page_size = 512; CREATE TABLE other (x)");
    const made_file file;
    const made_database db(file.path());
    db.run("PRAGMA journal_mode = WAL; CREATE TABLE own (x)");
    const made_database reader(file.path());
    reader.run("BEGIN; SELECT * FROM own");
    int asked = 0;
    CHECK(failure_of([&] { restore(db, copy.path(), std::chrono::seconds(60), stop_at(5, asked)); }).code() ==
          error_code::cancelled);
    CHECK(db.value("PRAGMA journal_mode") == "wal");
    CHECK(db.value("SELECT group_concat(name) FROM sqlite_schema") == "own");
}

TEST_CASE("a backup can be stopped while it is made, and leaves nothing") {
    const made_file file;
    const made_database db(file.path());
    upgrade(db, made_history(versions(1)));
    options chosen;
    chosen.backup = keep_backups(1);
    int asked = 0;
    chosen.cancelled = stop_at(1, asked);
    CHECK(failure_of([&] { upgrade(db, made_history(versions(2)), "head", chosen); }).code() ==
          error_code::cancelled);
    const std::filesystem::path directory = std::filesystem::path(file.path()).parent_path();
    CHECK(std::distance(std::filesystem::directory_iterator(directory), {}) == 1);
    CHECK(current(db) == names{"001"});
}

} // namespace headway::tests
