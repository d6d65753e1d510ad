#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"
#include "sqlite/files.hpp"

#include <filesystem>
#include <fstream>

namespace headway::tests {
namespace {

options backed_up(std::size_t keep, const std::string& directory = {}) {
    options chosen;
    chosen.backup = keep_backups(keep, directory);
    return chosen;
}

names files_beside(const made_file& file) {
    names found;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(file.path()).parent_path()))
        if (contains(entry.path().string(), ".backup-")) found.push_back(entry.path().string());
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

TEST_CASE("a backup is made before the first pending revision, and none when nothing is pending") {
    for (const char* mode : {"delete", "wal"}) {
        CAPTURE(mode);
        const made_file file;
        const made_database db(file.path());
        db.run("PRAGMA journal_mode = " + std::string(mode));
        upgrade(db, made_history(versions(1)));
        db.run("INSERT INTO t1 VALUES (7)");
        const std::string before = db.dump();
        CHECK(files_beside(file).empty());
        CHECK(upgrade(db, made_history(versions(1)), "head", backed_up(3)).backup.empty());
        CHECK(files_beside(file).empty());
        const report done = upgrade(db, made_history(versions(2)), "head", backed_up(3));
        CHECK(files_beside(file) == names{done.backup});
        CHECK(made_database(done.backup).dump() == before);
        CHECK(contains(done.backup, "made.db.backup-20"));
    }
}

TEST_CASE("a failed upgrade keeps its backup and says where it is") {
    const made_file file;
    const made_database db(file.path());
    upgrade(db, made_history(versions(1)));
    std::vector<spelled_revision> broken = versions(2);
    broken[1].up = "SELECT nope;";
    const std::string before = db.dump();
    const error failed = failure_of([&] { upgrade(db, made_history(broken), "head", backed_up(3)); });
    CHECK(failed.code() == error_code::statement);
    CHECK(failed.line() == 5);
    REQUIRE(files_beside(file).size() == 1);
    CHECK(
        contains(failed.what(), "\nThe database as it was before is kept at " + files_beside(file).front()));
    CHECK(made_database(files_beside(file).front()).dump() == before);
    CHECK(db.dump() == before);
}

TEST_CASE("the newest backups are kept, and what an interrupted one left is removed") {
    const made_file file;
    const made_database db(file.path());
    std::ofstream(file.path() + ".backup-20000101T000000.000Z.part") << "half";
    std::ofstream(file.path() + "-of-somebody-else.backup-1") << "not ours";
    for (int revision = 1; revision <= 4; ++revision) {
        const report done = upgrade(db, made_history(versions(revision)), "head", backed_up(2));
        CHECK(std::filesystem::exists(done.backup));
    }
    const names left = files_beside(file);
    CHECK(left.size() == 3);
    CHECK(current(made_database(left[2])) == names{"003"});
    CHECK(current(made_database(left[1])) == names{"002"});
}

TEST_CASE("a backup can go to another directory; if it cannot be made, nothing is upgraded") {
    const made_file file;
    const made_file elsewhere;
    const std::string directory = std::filesystem::path(elsewhere.path()).parent_path().string();
    const made_database db(file.path());
    const report done = upgrade(db, made_history(versions(1)), "head", backed_up(1, directory));
    CHECK(std::filesystem::path(done.backup).parent_path() == directory);
    const error failed =
        failure_of([&] { upgrade(db, made_history(versions(2)), "head", backed_up(1, "/nowhere/at/all")); });
    CHECK(failed.code() == error_code::backup);
    CHECK(current(db) == names{"001"});
}

TEST_CASE("a database in memory has no backup") {
    const made_database db;
    CHECK(upgrade(db, made_history(versions(1)), "head", backed_up(1)).backup.empty());
}

TEST_CASE("a backup is put back under a lock, rows, schema, version and all") {
    for (const char* mode : {"delete", "wal"}) {
        CAPTURE(mode);
        const made_file file;
        const made_database db(file.path());
        db.run("PRAGMA journal_mode = " + std::string(mode));
        upgrade(db, made_history(versions(1)));
        db.run("INSERT INTO t1 VALUES (7)");
        const report done = upgrade(db, made_history(versions(3)), "head", backed_up(1));
        db.run("DELETE FROM t1");
        const made_database other(file.path());
        CHECK(other.value("SELECT count(*) FROM t1") == "0");
        restore(db, done.backup);
        CHECK(current(db) == names{"001"});
        CHECK(other.rows("SELECT * FROM t1") == names{"7"});
        CHECK(other.value("PRAGMA integrity_check") == "ok");
        CHECK(upgrade(db, made_history(versions(3))).steps.size() == 2);
    }
}

TEST_CASE("a backup with pages of another size is put back, in WAL mode too") {
    for (const char* mode : {"delete", "wal"}) {
        CAPTURE(mode);
        const made_file file;
        const made_database db(file.path());
        upgrade(db, made_history(versions(1)));
        const report done = upgrade(db, made_history(versions(2)), "head", backed_up(1));
        db.run("PRAGMA page_size = 8192; VACUUM; PRAGMA journal_mode = " + std::string(mode));
        REQUIRE(db.value("PRAGMA page_size") == "8192");
        if (std::string(mode) == "wal") {
            const made_database other(file.path());
            other.run("SELECT count(*) FROM t1");
            const error failed = failure_of([&] { restore(db, done.backup, std::chrono::milliseconds(30)); });
            CHECK(failed.code() == error_code::busy);
            CHECK(contains(failed.what(), "another connection is open\nClose it and try again."));
            CHECK(current(db) == names{"002"});
        }
        restore(db, done.backup, std::chrono::milliseconds(30));
        CHECK(current(db) == names{"001"});
        CHECK(db.value("PRAGMA journal_mode") == mode);
        CHECK(db.value("PRAGMA integrity_check") == "ok");
    }
}

TEST_CASE("a restore waits for its lock, and leaves the database alone if the backup is none") {
    const made_file file;
    const made_database db(file.path());
    const report done = upgrade(db, made_history(versions(1)), "head", backed_up(1));
    upgrade(db, made_history(versions(2)));
    const made_database writer(file.path());
    writer.run("BEGIN IMMEDIATE");
    CHECK(failure_of([&] { restore(db, done.backup, std::chrono::milliseconds(30)); }).code() ==
          error_code::busy);
    writer.run("COMMIT");

    const made_file broken;
    for (const char* content : {"", "this is no database, and long enough to be looked at by anybody"}) {
        CAPTURE(content);
        std::ofstream(broken.path(), std::ios::trunc) << content;
        CHECK(failure_of([&] { restore(db, broken.path()); }).code() == error_code::backup);
    }
    CHECK(failure_of([&] { restore(db, file.path() + ".missing"); }).code() == error_code::backup);
    db.run("BEGIN");
    CHECK(failure_of([&] { restore(db, done.backup); }).code() == error_code::in_transaction);
    db.run("COMMIT");
    CHECK(current(db) == names{"002"});
}

TEST_CASE("the backup just made and files of other names are kept, whatever their names sort like") {
    const made_file file;
    const made_database db(file.path());
    upgrade(db, made_history(versions(1)));
    const std::string old = file.path() + ".backup-20010101T000000.000Z";
    names kept = {file.path() + ".backup-20990101T000000.000Z", file.path() + ".backup-zzz"};
    for (const std::string& other : {old, kept[0], kept[1]})
        std::ofstream(other) << "mine";
    const report done = upgrade(db, made_history(versions(2)), "head", backed_up(2));
    kept.push_back(done.backup);
    std::sort(kept.begin(), kept.end());
    CHECK(files_beside(file) == kept);
}

TEST_CASE("databases of one name keep their backups apart in one directory") {
    const made_file first;
    const made_file second;
    const made_file folder;
    namespace fs = std::filesystem;
    fs::remove(folder.path());
    for (const made_file* one : {&first, &second}) {
        fs::remove(one->path());
        fs::create_directories(one->path());
    }
    fs::create_directories(folder.path());
    options chosen;
    chosen.backup = keep_backups(1, folder.path());
    std::vector<std::string> made;
    for (const made_file* one : {&first, &second, &first}) {
        const made_database db(one->path() + "/app.db");
        made.push_back(
            upgrade(db, made_history(versions(static_cast<int>(made.size()) + 1)), "head", chosen).backup);
    }
    CHECK(!fs::exists(made[0]));
    CHECK(fs::exists(made[1]));
    CHECK(fs::exists(made[2]));
    for (const made_file* one : {&first, &second, &folder}) {
        fs::remove_all(one->path());
    }
}

TEST_CASE("only those can read a backup who can read the database") {
    namespace fs = std::filesystem;
    const made_file file;
    const made_database db(file.path());
    upgrade(db, made_history(versions(1)));
    fs::permissions(file.path(), fs::perms::owner_read | fs::perms::owner_write);
    const report done = upgrade(db, made_history(versions(2)), "head", backed_up(1));
    CHECK(fs::status(done.backup).permissions() == fs::status(file.path()).permissions());
}

TEST_CASE("a database in memory that has a name has no backup either", "[optional]") {
    const made_database db("file:/named?vfs=memdb",
                           SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI);
    const report done = upgrade(db, made_history(versions(1)), "head", backed_up(1));
    CHECK(done.backup.empty());
    CHECK(done.steps.size() == 1);
}

TEST_CASE("a backup is put back whose schema needs what the application provides") {
    const auto provide = [](sqlite3* db) {
        sqlite3_create_collation(db, "german", SQLITE_UTF8, nullptr,
                                 [](void*, int, const void*, int, const void*) { return 0; });
        sqlite3_create_function(
            db, "slug", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
            [](sqlite3_context* context, int, sqlite3_value** values) {
                sqlite3_result_value(context, values[0]);
            },
            nullptr, nullptr);
    };
    const made_file file;
    const made_database db(file.path());
    provide(db);
    std::vector<spelled_revision> all = versions(2);
    all[0].up = "CREATE TABLE t1 (a COLLATE german CHECK (slug(a) <> '')); CREATE INDEX ix ON t1 (a);";
    upgrade(db, made_history(all), "001");
    db.run("INSERT INTO t1 VALUES ('kept')");
    const report done = upgrade(db, made_history(all), "head", backed_up(1));
    restore(db, done.backup);
    CHECK(current(db) == names{"001"});
    CHECK(db.rows("SELECT * FROM t1") == names{"kept"});
}

TEST_CASE("a backup in another encoding is refused: connections would not notice") {
    const made_file file;
    const made_file other;
    const made_database db(file.path());
    upgrade(db, made_history(versions(1)));
    made_database(other.path()).run("PRAGMA encoding = 'UTF-16le'; CREATE TABLE t (a)");
    const error failed = failure_of([&] { restore(db, other.path()); });
    CHECK(failed.code() == error_code::backup);
    CHECK(contains(failed.what(), "is encoded in UTF-16le, and the database in UTF-8"));
    CHECK(current(db) == names{"001"});
}

TEST_CASE("backups stand in folders of any name, in UTF-8") {
    const made_file beside;
    const std::filesystem::path folder =
        detail::path_of(beside.path()).parent_path() / detail::path_of("Bücher – книги");
    std::filesystem::create_directory(folder);
    const std::string path = detail::utf8_of(folder / "made.db");
    {
        const made_database db(path);
        upgrade(db, made_history(versions(1)));
        const report done = upgrade(db, made_history(versions(2)), "head", backed_up(1));
        CHECK(contains(done.backup, "Bücher – книги"));
        CHECK(std::filesystem::exists(detail::path_of(done.backup)));
        restore(db, done.backup);
        CHECK(current(db) == names{"001"});
        const report again =
            upgrade(db, made_history(versions(2)), "head", backed_up(1, detail::utf8_of(folder)));
        CHECK(std::filesystem::exists(detail::path_of(again.backup)));
    }
}

} // namespace headway::tests
