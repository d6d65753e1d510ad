#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace headway::tests {
namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// A database with two revisions applied.
std::string good_bytes() {
    const made_file file;
    const made_database db(file.path());
    upgrade(db, made_history(versions(2)));
    db.run("INSERT INTO t1 VALUES (1), (2)");
    return bytes_of(file.path());
}

/// Root may write everything: while this lives, the process is nobody then.
class without_privileges {
public:
    without_privileges() : was_(geteuid()) {
        constexpr uid_t nobody = 65534;
        if (was_ == 0) REQUIRE(seteuid(nobody) == 0);
    }
    ~without_privileges() { (void)!seteuid(was_); }
    without_privileges(const without_privileges&) = delete;
    without_privileges& operator=(const without_privileges&) = delete;

private:
    uid_t was_;
};

constexpr std::size_t page = 4096;

/// The good one with every page but the first replaced by `byte`.
std::string spoiled(char byte) {
    std::string bytes = good_bytes();
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(page), bytes.end(), byte);
    return bytes;
}

} // namespace

TEST_CASE("a file that is no sound database is refused with its own code, and left as it is") {
    struct odd {
        const char* what;
        std::string bytes;
        error_code code;
    };
    const odd cases[] = {
        {"a text", std::string(2 * page, 'x'), error_code::not_a_database},
        {"encrypted: no byte of the header is right", std::string(page, '\x8f') + good_bytes(),
         error_code::not_a_database},
        {"the tables' pages are zeros", spoiled('\0'), error_code::corrupt},
        {"the tables' pages are garbage", spoiled('\x5a'), error_code::corrupt},
        {"cut off behind the first page", good_bytes().substr(0, page), error_code::corrupt},
    };
    for (const odd& one : cases) {
        CAPTURE(one.what);
        const made_file file;
        write_bytes(file.path(), one.bytes);
        const made_database db(file.path());
        const error failed = failure_of([&] { upgrade(db, made_history(versions(3))); });
        CHECK(failed.code() == one.code);
        CHECK(failed.engine_code() != 0);
        CHECK(contains(failed.what(), "\n"));
        CHECK(bytes_of(file.path()) == one.bytes);
        CHECK(sqlite3_get_autocommit(db) != 0);
    }
}

TEST_CASE("an odd version table is refused with its own code, and left as it is") {
    struct odd {
        const char* sql;
        error_code code;
        const char* message;
    };
    const odd cases[] = {
        {"CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES (NULL)",
         error_code::version_table, "holds a row that is no revision id"},
        {"CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES (x'303031')",
         error_code::version_table, "holds a row that is no revision id"},
        {"CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES (1)",
         error_code::version_table, "holds a row that is no revision id"},
        {"CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES ('001'), ('001')",
         error_code::version_table, "holds a row twice"},
        {"CREATE TABLE alembic_version (number INTEGER)", error_code::version_table, "no such column"},
        {"CREATE TABLE alembic_version (version_num, must NOT NULL)", error_code::version_table,
         "NOT NULL constraint failed: alembic_version.must\nIs it another program's table?"},
        {"CREATE TABLE alembic_version (version_num CHECK (length(version_num) > 9))",
         error_code::version_table, "CHECK constraint failed"},
        {"CREATE VIEW alembic_version AS SELECT '001' AS version_num", error_code::version_table,
         "it is a view"},
        {"CREATE TABLE alembic_version (version_num);"
         "CREATE TRIGGER keep BEFORE INSERT ON alembic_version BEGIN SELECT RAISE(IGNORE); END;",
         error_code::version_table, "has not taken revision 002"},
        {"CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES ('')",
         error_code::unknown_revision, "identified by ''"},
        {"CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES ('001'), ('beef')",
         error_code::unknown_revision, "identified by 'beef'"},
        {"CREATE TABLE headway_log (other)", error_code::database, "another program's table"},
    };
    for (const odd& one : cases) {
        CAPTURE(one.sql);
        const made_database db;
        db.run(one.sql);
        const std::string before = db.dump();
        const error failed = failure_of([&] { upgrade(db, made_history(versions(2))); });
        CHECK(failed.code() == one.code);
        CAPTURE(failed.what());
        CHECK(contains(failed.what(), one.message));
        CHECK(db.dump() == before);
    }
}

TEST_CASE("a version table without rows is the base, and one with several is at all of them") {
    const made_database empty;
    empty.run("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)");
    CHECK(upgrade(empty, made_history(versions(2))).steps.size() == 2);

    std::vector<spelled_revision> forked = versions(1);
    forked.push_back({"left", {"001"}, {}, "CREATE TABLE t2 (a);", "DROP TABLE t2;"});
    forked.push_back({"right", {"001"}, {}, "CREATE TABLE t3 (a);", "DROP TABLE t3;"});
    const made_database both;
    upgrade(both, made_history(forked), "heads");
    CHECK(current(both) == names{"left", "right"});
    CHECK(upgrade(both, made_history(forked), "heads").up_to_date());
}

TEST_CASE("a full disk is reported as such, wherever it fills up, and everything is rolled back") {
    std::vector<spelled_revision> made = versions(2);
    made[1].up += "INSERT INTO t2 SELECT hex(zeroblob(100000));";
    for (const int pages : {2, 4, 6, 12}) {
        CAPTURE(pages);
        const made_file file;
        const made_database db(file.path());
        db.run("CREATE TABLE kept (a); PRAGMA max_page_count = " + std::to_string(pages));
        const error failed = failure_of([&] { upgrade(db, made_history(made)); });
        CHECK(failed.code() == error_code::full);
        CHECK(failed.engine_code() == SQLITE_FULL);
        CHECK(db.rows("SELECT name FROM sqlite_schema") == names{"kept"});
        db.run("PRAGMA max_page_count = 1000");
        CHECK(upgrade(db, made_history(made)).steps.size() == 2);
    }
}

TEST_CASE("the write-ahead log that a crash left behind is part of the database") {
    const made_file crashed;
    {
        const made_file file;
        const made_database db(file.path());
        db.run("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0");
        upgrade(db, made_history(versions(2)));
        db.run("INSERT INTO t1 VALUES (1)");
        for (const char* suffix : {"", "-wal"}) { // as if the process had died here
            std::filesystem::copy_file(file.path() + suffix, crashed.path() + suffix);
        }
    }
    const made_database db(crashed.path());
    CHECK(revisions(upgrade(db, made_history(versions(3)))) == names{"003"});
    CHECK(db.rows("SELECT * FROM t1") == names{"1"});
}

TEST_CASE("a file or a directory that may not be written is refused as read-only, and left as it is") {
    struct odd {
        const char* what;
        unsigned file;
        unsigned directory;
    };
    for (const odd& one : {odd{"the file", 0444, 0777}, odd{"the directory", 0666, 0555}}) {
        CAPTURE(one.what);
        const made_file file;
        write_bytes(file.path(), good_bytes());
        const std::filesystem::path directory = std::filesystem::path(file.path()).parent_path();
        std::filesystem::permissions(file.path(), std::filesystem::perms(one.file));
        std::filesystem::permissions(directory, std::filesystem::perms(one.directory));
        const std::string before = bytes_of(file.path());
        {
            const without_privileges now;
            const made_database db(file.path());
            const error failed = failure_of([&] { upgrade(db, made_history(versions(3))); });
            CHECK(failed.code() == error_code::read_only);
            CHECK(contains(failed.what(), "\n"));
            CHECK(sqlite3_get_autocommit(db) != 0);
            CHECK(upgrade(db, made_history(versions(2))).up_to_date());
        }
        CHECK(bytes_of(file.path()) == before);
        std::filesystem::permissions(directory, std::filesystem::perms(0777));
        std::filesystem::permissions(file.path(), std::filesystem::perms(0666));
    }
}

TEST_CASE("a journal that cannot be created is an error of the file") {
    const made_file file;
    const made_database db(file.path());
    upgrade(db, made_history(versions(1)));
    std::filesystem::create_directory(file.path() + "-journal"); // in its way, also for root
    const error failed = failure_of([&] { upgrade(db, made_history(versions(2))); });
    CHECK(failed.code() == error_code::io);
    std::filesystem::remove(file.path() + "-journal");
    CHECK(current(db) == names{"001"});
    CHECK(upgrade(db, made_history(versions(2))).steps.size() == 1);
}

TEST_CASE("a table of another form is refused by each function, also where the database is at its head") {
    const made_history made(versions(1));
    const made_history other(versions(1), {history_format + 1, engine::sqlite});
    const made_database db;
    upgrade(db, made);
    for (const auto& call : std::initializer_list<std::function<void()>>{
             [&] { upgrade(db, other); }, [&] { upgrade(db, other, "heads"); },
             [&] { downgrade(db, other, "base"); }, [&] { stamp(db, other, {"head"}); },
             [&] { (void)pending(db, other); }}) {
        const error failed = failure_of(call);
        CHECK(failed.code() == error_code::mismatch);
        CHECK(contains(failed.what(), "of format " + std::to_string(history_format + 1) +
                                          ", and the runtime that is linked reads format " +
                                          std::to_string(history_format) +
                                          ": they are of "
                                          "different releases\nBuild the program anew"));
    }
    CHECK(current(db) == names{"001"});
}

} // namespace headway::tests
