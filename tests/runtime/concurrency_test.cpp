#include "catch.hpp"
#include "made_database.hpp"
#include "made_image.hpp"
#include "made_shop.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

namespace headway::tests {
namespace {

/// Tables, rows that must be written once, and, as the second of five, the switch to WAL.
std::vector<spelled_revision> launched_revisions() {
    std::vector<spelled_revision> made = versions(1);
    made.push_back({"wal", {"001"}, {}, "PRAGMA journal_mode = WAL;", "", up_without_transaction});
    made.push_back({"rows", {"wal"}, {}, "INSERT INTO t1 VALUES (1);", "DELETE FROM t1;"});
    made.push_back({"more", {"rows"}, {}, "INSERT INTO t1 SELECT a + 1 FROM t1;", "DELETE FROM t1;"});
    made.push_back({"table", {"more"}, {}, "CREATE TABLE t2 (a);", "DROP TABLE t2;"});
    return made;
}

/// Starts `count` processes that do `work` at once, and returns how many of them succeeded.
int in_processes(int count, const std::function<void()>& work) {
    int gate[2];
    if (pipe(gate) != 0) throw std::runtime_error("no pipe");
    std::vector<pid_t> processes;
    for (int number = 0; number < count; ++number) {
        processes.push_back(fork());
        if (processes.back() != 0) continue;
        close(gate[1]);
        char word = 0;
        (void)!read(gate[0], &word, 1); // until the other end is closed
        try {
            work();
        } catch (const std::exception& failed) {
            std::fprintf(stderr, "a launch failed: %s\n", failed.what());
            _exit(1);
        }
        _exit(0);
    }
    close(gate[0]);
    close(gate[1]);
    int succeeded = 0;
    for (const pid_t process : processes) {
        int status = 0;
        waitpid(process, &status, 0);
        succeeded += status == 0 ? 1 : 0;
    }
    return succeeded;
}

} // namespace

TEST_CASE("of 32 processes launched at once all succeed, and each revision is applied once") {
    for (const char* mode : {"delete", "truncate", "wal"}) {
        for (const transaction_mode transaction :
             {transaction_mode::all_pending, transaction_mode::per_revision}) {
            CAPTURE(mode);
            const made_file file;
            made_database(file.path()).run("PRAGMA journal_mode = " + std::string(mode));
            const made_history made(launched_revisions());
            options chosen;
            chosen.transaction = transaction;
            CHECK(in_processes(32, [&] { upgrade(made_database(file.path()), made, "head", chosen); }) == 32);
            const made_database db(file.path());
            CHECK(current(db) == names{"table"});
            CHECK(db.rows("SELECT revision FROM headway_log") ==
                  names{"001", "wal", "rows", "more", "table"});
            CHECK(db.rows("SELECT a FROM t1 ORDER BY 1") == names{"1", "2"});
            CHECK(db.value("PRAGMA journal_mode") == "wal");
            CHECK(db.value("PRAGMA integrity_check") == "ok");
        }
    }
}

TEST_CASE("of 32 processes on a new file, some of an older program, none loses what another has written") {
    const made_imaged_history older(versions(3));
    const made_imaged_history newer(versions(5));
    for (const std::string mode : {"delete", "wal"}) {
        CAPTURE(mode);
        const made_file file;
        made_database(file.path()).run("PRAGMA journal_mode = " + mode);
        const std::string list = file.path() + ".written";
        const auto launch = [&] {
            const bool is_older = getpid() % 4 == 0;
            const made_database db(file.path());
            try {
                upgrade(db, is_older ? older : newer);
            } catch (const error& failed) {
                if (is_older && failed.code() == error_code::unknown_revision) return;
                throw;
            }
            sqlite3_busy_timeout(db, 60'000);
            db.run("INSERT INTO t1 VALUES (1)");
            std::ofstream(list, std::ios::app) << "1\n";
        };
        CHECK(in_processes(32, launch) == 32);
        std::ifstream written(list);
        const auto lines =
            std::count(std::istreambuf_iterator<char>(written), std::istreambuf_iterator<char>(), '\n');
        const made_database db(file.path());
        CHECK(lines > 8);
        CHECK(db.value("SELECT count(*) FROM t1") == std::to_string(lines));
        CHECK(current(db) == names{"005"});
        CHECK(db.rows("SELECT revision FROM headway_log") == names{"001", "002", "003", "004", "005"});
        CHECK(db.value("PRAGMA integrity_check") == "ok");
    }
}

TEST_CASE("threads upgrade one database side by side, and each revision is applied once") {
    for (const char* mode : {"delete", "wal"}) {
        const made_file file;
        made_database(file.path()).run("PRAGMA journal_mode = " + std::string(mode));
        const made_history made(versions(6));
        std::atomic<std::size_t> applied = 0;
        std::vector<std::thread> threads;
        for (int number = 0; number < 8; ++number) {
            threads.emplace_back([&, number] {
                options chosen;
                chosen.verify = number % 2 == 0 ? verification::schema : verification::applied;
                chosen.transaction =
                    number % 3 == 0 ? transaction_mode::per_revision : transaction_mode::all_pending;
                chosen.cancelled = [] { return false; };
                if (number % 4 == 0) chosen.backup = keep_backups(2);
                const made_database db(file.path());
                applied += upgrade(db, made, "head", chosen).steps.size();
            });
        }
        for (std::thread& one : threads) {
            one.join();
        }
        CHECK(applied == 6);
        const made_database db(file.path());
        CHECK(db.rows("SELECT revision FROM headway_log") == names{"001", "002", "003", "004", "005", "006"});
    }
}

TEST_CASE("threads upgrade databases of their own side by side") {
    const made_history made(versions(5));
    std::vector<std::thread> threads;
    std::vector<std::size_t> applied(8, 0);
    for (std::size_t number = 0; number < applied.size(); ++number) {
        threads.emplace_back([&, number] {
            options chosen;
            chosen.verify = verification::applied;
            chosen.on_progress = [&](const progress& now) { applied[number] += now.beat == 0 ? 1 : 0; };
            const made_database db;
            upgrade(db, made, "head", chosen);
            downgrade(db, made, "base", chosen);
        });
    }
    for (std::thread& one : threads) {
        one.join();
    }
    CHECK(applied == std::vector<std::size_t>(8, 10));
}

} // namespace headway::tests
