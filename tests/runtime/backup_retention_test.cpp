// Which copies of a database are kept, and what attempts that failed or were killed leave behind.

#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

#include <filesystem>
#include <fstream>
#include <thread>

namespace headway::tests {
namespace {

namespace fs = std::filesystem;

options with_backups(std::size_t keep, const std::string& directory = {}) {
    options chosen;
    chosen.backup = keep_backups(keep, directory);
    return chosen;
}

/// A directory of its own, named as the file would be.
class made_directory {
public:
    made_directory() { fs::create_directories(path()); }
    [[nodiscard]] std::string path() const { return file_.path(); }
    /// As the system writes it.
    [[nodiscard]] std::string path_of(const std::string& name) const {
        return (fs::path(path()) / name).string();
    }
    [[nodiscard]] names files() const {
        names found;
        for (const auto& entry : fs::directory_iterator(path()))
            found.push_back(entry.path().string());
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    made_file file_;
};

names backups_of(const made_directory& of) {
    names found = of.files();
    found.erase(std::remove_if(found.begin(), found.end(),
                               [](const std::string& one) { return !contains(one, ".backup-"); }),
                found.end());
    return found;
}

std::vector<spelled_revision> failing(int count) {
    std::vector<spelled_revision> broken = versions(count);
    broken.back().up = "INSERT INTO t1 VALUES (1); SELECT nope;";
    return broken;
}

/// A launch of a release whose last revision fails.
error failed_launch(const made_database& db, int revision, std::size_t keep) {
    return failure_of([&] { upgrade(db, made_history(failing(revision)), "head", with_backups(keep)); });
}

} // namespace

TEST_CASE("attempts that fail evict no backup, and make none twice") {
    for (const char* mode : {"delete", "wal", "truncate"}) {
        CAPTURE(mode);
        const made_directory folder;
        const made_database db(folder.path() + "/app.db");
        db.run("PRAGMA journal_mode = " + std::string(mode));
        upgrade(db, made_history(versions(1)));
        db.run("INSERT INTO t1 VALUES (7)");
        const std::string good = upgrade(db, made_history(versions(2)), "head", with_backups(3)).backup;
        db.run("UPDATE t1 SET a = 0");
        for (int launch = 0; launch < 5; ++launch) {
            const error failed = failed_launch(db, 3, 3);
            CHECK(contains(failed.what(), "kept at " + backups_of(folder).back()));
        }
        CHECK(backups_of(folder).size() == 2);
        CHECK(made_database(good).rows("SELECT a FROM t1") == names{"7"});
    }
}

TEST_CASE("an upgrade that succeeds evicts what failed attempts have left before what others need") {
    const made_directory folder;
    const made_database db(folder.path() + "/app.db");
    upgrade(db, made_history(versions(1)));
    const std::string first = upgrade(db, made_history(versions(2)), "head", with_backups(3)).backup;
    std::string second;
    for (int launch = 0; launch < 4; ++launch) {
        db.run("INSERT INTO t1 VALUES (1)");
        second = failed_launch(db, 3, 3).what();
        CHECK(fs::exists(first));
    }
    CHECK(backups_of(folder).size() == 5);
    db.run("INSERT INTO t1 VALUES (1)");
    const std::string third = upgrade(db, made_history(versions(3)), "head", with_backups(3)).backup;
    const names left = backups_of(folder);
    REQUIRE(left.size() == 3);
    CHECK(left[0] == first);
    CHECK(contains(second, left[1])); // there is room for the newest of them
    CHECK(left[2] == third);
    const std::string fourth = upgrade(db, made_history(versions(4)), "head", with_backups(2)).backup;
    CHECK(backups_of(folder) == names{third, fourth});
}

TEST_CASE("a copy of the same state is used again, also if it is the oldest") {
    const made_directory folder;
    const made_database db(folder.path() + "/app.db");
    upgrade(db, made_history(versions(1)));
    const std::string first = upgrade(db, made_history(versions(2)), "head", with_backups(2)).backup;
    const std::string second = upgrade(db, made_history(versions(3)), "head", with_backups(2)).backup;
    restore(db, first);
    CHECK(upgrade(db, made_history(versions(2)), "head", with_backups(1)).backup == first);
    CHECK(backups_of(folder) == names{first});
}

TEST_CASE("what a killed attempt left is removed, and what is being made is not") {
    const made_directory folder;
    const made_database db(folder.path() + "/app.db");
    const std::string stamp = folder.path_of("app.db.backup-2000010");
    for (const char* left :
         {"1T000000.000Z.part", "1T000000.000Z.part-journal", "2T000000.000Z.part-journal"})
        std::ofstream(stamp + left) << "half of something";
    const names others = {folder.path_of("app.db.backup-19990101T000000.000Z.parts"),
                          folder.path_of("app.db2.backup-19990101T000000.000Z.part"),
                          stamp + "3T000000.000Z.part"};
    std::ofstream(others[0]) << "somebody's own";
    std::ofstream(others[1]) << "another database's";
    {
        const made_database busy(others[2]);
        busy.run("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
        const report done = upgrade(db, made_history(versions(1)), "head", with_backups(1));
        names expected = others;
        expected.push_back(done.backup);
        std::sort(expected.begin(), expected.end());
        CHECK(backups_of(folder) == expected);
        busy.run("COMMIT");
    } // who makes a file is done with it: Windows removes none that is open
    static_cast<void>(upgrade(db, made_history(versions(2)), "head", with_backups(1)));
    CHECK(!fs::exists(others[2]));
}

TEST_CASE("many databases at once keep their backups in one directory") {
    constexpr int databases = 4;
    const made_directory folder;
    std::vector<made_directory> homes(databases);
    std::vector<std::thread> threads;
    std::vector<std::string> last(databases);
    for (std::size_t one = 0; one < databases; ++one)
        threads.emplace_back([&, one] {
            const made_database db(homes[one].path() + "/app.db");
            for (int revision = 1; revision <= 5; ++revision)
                last[one] =
                    upgrade(db, made_history(versions(revision)), "head", with_backups(1, folder.path()))
                        .backup;
        });
    for (std::thread& one : threads)
        one.join();
    std::sort(last.begin(), last.end());
    CHECK(folder.files() == last);
    for (const std::string& copy : last)
        CHECK(current(made_database(copy)) == names{"004"});
}

TEST_CASE("a directory for backups that is not there is an error that says so") {
    const made_directory folder;
    const made_database db(folder.path() + "/app.db");
    for (const std::string& directory : {folder.path() + "/nowhere", folder.path() + "/app.db"}) {
        const error failed =
            failure_of([&] { upgrade(db, made_history(versions(1)), "head", with_backups(1, directory)); });
        CHECK(failed.code() == error_code::backup);
        CHECK(failed.what() ==
              "there is no directory " + directory +
                  " to keep backups in\nMake it, or name another one.\nThe database could not "
                  "be backed up, and was not upgraded.");
        CHECK(current(db).empty());
    }
}

TEST_CASE("a restore leaves the mode of the journal as it was, whether it fails or not") {
    for (const char* mode : {"delete", "wal", "truncate"}) {
        CAPTURE(mode);
        const made_directory folder;
        const std::string backup = folder.path() + "/other.db";
        {
            const made_database other(backup);
            other.run(
                "PRAGMA page_size = 8192; CREATE TABLE t (x); INSERT INTO t VALUES (randomblob(200000))");
        }
        const made_database db(folder.path() + "/app.db");
        db.run("PRAGMA page_size = 4096; PRAGMA journal_mode = " + std::string(mode) +
               "; CREATE TABLE t (x); INSERT INTO t VALUES (1); PRAGMA max_page_count = 20");
        CHECK(failure_of([&] { restore(db, backup, std::chrono::milliseconds(0)); }).code() ==
              error_code::backup);
        CHECK(db.value("PRAGMA journal_mode") == mode);
        CHECK(db.rows("SELECT x FROM t") == names{"1"});
        db.run("PRAGMA max_page_count = 20000");
        restore(db, backup, std::chrono::milliseconds(0));
        CHECK(db.value("PRAGMA journal_mode") == mode);
        CHECK(db.value("SELECT length(x) FROM t") == "200000");
    }
}

TEST_CASE("a backup of another mode does not bring it along") {
    const made_directory folder;
    const std::string backup = folder.path() + "/other.db";
    made_database(backup).run("PRAGMA journal_mode = WAL; CREATE TABLE t (x)");
    const made_database db(folder.path() + "/app.db");
    db.run("CREATE TABLE before (x)");
    restore(db, backup, std::chrono::milliseconds(0));
    CHECK(db.value("PRAGMA journal_mode") == "delete");
    CHECK(db.rows("SELECT name FROM sqlite_schema") == names{"t"});
    CHECK(made_database(folder.path() + "/app.db").value("PRAGMA journal_mode") == "delete");
}

} // namespace headway::tests
