// A new database is made at once from the image that a history has: as if it had been replayed, or it is.
#include "catch.hpp"
#include "made_database.hpp"
#include "made_image.hpp"
#include "made_shop.hpp"
#include "reliability/watched_vfs.hpp"

#include <filesystem>
#include <functional>

namespace headway::tests {
namespace {

/// All that a schema can hold, some of it in tables that are made anew.
std::vector<spelled_revision> everything() {
    return {
        {"001",
         {},
         {},
         "CREATE TABLE parent (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE "
         "NOCASE);"
         "CREATE TABLE child (parent INTEGER REFERENCES parent (id) ON DELETE CASCADE, at DATETIME, b BLOB);"
         "CREATE TABLE pair (a, b, c AS (a || b) STORED, PRIMARY KEY (a, b)) WITHOUT ROWID;"
         "CREATE INDEX ix_child ON child (parent) WHERE at IS NOT NULL;"
         "INSERT INTO parent VALUES (5, 'five'), (9, 'nine'); DELETE FROM parent WHERE id = 9;"
         "INSERT INTO child VALUES (5, '2026', x'00ff'), (NULL, 1.5, NULL), (5, 7, zeroblob(9000));"
         "DELETE FROM child WHERE parent IS NULL;"
         "INSERT INTO pair VALUES ('x', 'y'), (1, 2);",
         "DROP TABLE pair; DROP TABLE child; DROP TABLE parent;"},
        {"002",
         {"001"},
         {},
         "ALTER TABLE child ADD COLUMN note TEXT DEFAULT 'n';"
         "CREATE VIEW named AS SELECT name FROM parent;"
         "CREATE TRIGGER second AFTER INSERT ON parent BEGIN INSERT INTO child (note) VALUES ('s'); END;"
         "CREATE TRIGGER first AFTER INSERT ON parent BEGIN INSERT INTO child (note) VALUES ('f'); END;"
         "INSERT INTO parent (name) VALUES ('ten'); ANALYZE; PRAGMA user_version = 42;",
         "SELECT 1;"},
        {"003", {"002"}, {}, "CREATE TABLE strict (a ANY, b INT) STRICT;", "DROP TABLE strict;"},
    };
}

/// What the log says of the time is left out, and its Headway's own.
std::string state_of(const made_database& db) {
    std::string text;
    for (const char* const pragma : {"user_version", "application_id", "page_size", "encoding", "auto_vacuum",
                                     "journal_mode", "integrity_check"}) {
        text += pragma + (": " + db.value("PRAGMA " + std::string(pragma))) + "\n";
    }
    for (const std::string& object :
         db.rows("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name")) {
        text += object + "\n";
    }
    for (const std::string& table :
         db.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")) {
        const bool has_rowid = table != "pair";
        const std::string query =
            table == "headway_log"
                ? "SELECT sequence, revision, operation, checksum, headway, application, "
                  "application_version, down, parents, compatible_with, flags, "
                  "version_table FROM headway_log"
                : "SELECT " + std::string(has_rowid ? "rowid, " : "") + "* FROM \"" + table + "\"";
        for (const std::string& row : db.rows(query + " ORDER BY 1, 2")) {
            text += table + ": " + row + "\n";
        }
    }
    return text;
}

using host = std::function<void(const made_database&)>;

/// The database that a host has after an upgrade of a file that `prepare` has prepared.
struct outcome {
    bool installed;
    std::string state;
};
outcome launched(const history& h, const host& prepare, const options& chosen = {}) {
    const made_file file;
    const made_database db(file.path());
    prepare(db);
    const bool installed = upgrade(db, h, "head", chosen).installed;
    return {installed, state_of(db)};
}

host does(const std::string& sql) {
    return [sql](const made_database& db) { db.run(sql); };
}

/// That the image makes of it what a replay does, whether or not it is used.
void check_alike(const host& prepare, bool installed, const options& chosen = {}) {
    const outcome with = launched(made_imaged_history(everything()), prepare, chosen);
    const outcome without = launched(made_history(everything()), prepare, chosen);
    CHECK(with.installed == installed);
    CHECK_FALSE(without.installed);
    CHECK(with.state == without.state);
}

void nothing(const made_database&) {}

} // namespace

TEST_CASE("a new database is installed from the image, and is as after a replay") {
    check_alike(nothing, true);
    check_alike(does("PRAGMA journal_mode = WAL"), true);
    check_alike(does("PRAGMA journal_mode = PERSIST"), true);
    check_alike(does("PRAGMA journal_mode = OFF"), true);
    check_alike(does("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL"), true);
    check_alike(does("PRAGMA cache_size = 2; PRAGMA synchronous = OFF"), true);
    check_alike(does("CREATE TABLE t (a); DROP TABLE t"), true);
    check_alike(does("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON"), true);
}

TEST_CASE("a database in memory is installed from the image") {
    const made_imaged_history made(everything());
    const made_database replayed;
    upgrade(replayed, made_history(everything()));
    for (const std::string name : {":memory:", "", "file:/installed?vfs=memdb"}) {
        CAPTURE(name);
        const made_database db(name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI);
        CHECK(upgrade(db, made).installed);
        CHECK(db.value("PRAGMA integrity_check") == "ok");
        CHECK(db.rows("SELECT * FROM child") == replayed.rows("SELECT * FROM child"));
        db.run("INSERT INTO parent (name) VALUES ('more')");
    }
}

TEST_CASE("temporary tables and attached databases of the program are left alone") {
    const made_imaged_history made(versions(3));
    const made_database db;
    db.run("CREATE TEMP TABLE t9 (a); INSERT INTO t9 VALUES (1); ATTACH ':memory:' AS other;"
           "CREATE TABLE other.t1 (b); INSERT INTO other.t1 VALUES (2)");
    CHECK(upgrade(db, made).installed);
    CHECK(db.value("SELECT a FROM t9") == "1");
    CHECK(db.value("SELECT b FROM other.t1") == "2");
    CHECK(db.value("SELECT count(*) FROM t1") == "0");
}

TEST_CASE("a file of another form, or with something in it, is replayed") {
    for (const std::string sql :
         {"PRAGMA page_size = 8192", "PRAGMA page_size = 512", "PRAGMA encoding = 'UTF-16'",
          "PRAGMA auto_vacuum = FULL", "PRAGMA auto_vacuum = INCREMENTAL", "PRAGMA application_id = 7",
          "PRAGMA user_version = 3", "CREATE TABLE mine (a)", "CREATE VIEW mine AS SELECT 1",
          "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT); DROP TABLE t",
          "PRAGMA page_size = 1024; PRAGMA journal_mode = WAL"}) {
        CAPTURE(sql);
        check_alike(does(sql), false);
    }
}

TEST_CASE("a connection that reserves bytes of each page, as one that encrypts does, is replayed") {
    check_alike(
        [](const made_database& db) {
            int bytes = 32;
            REQUIRE(sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes) == SQLITE_OK);
        },
        false);
}

TEST_CASE("a statement that is under way keeps the image out, and the replay goes on") {
    const made_imaged_history made(everything());
    const made_file file;
    const made_database db(file.path());
    db.run("PRAGMA journal_mode = WAL");
    sqlite3_stmt* reads = nullptr;
    REQUIRE(sqlite3_prepare_v2(db, "SELECT 1 FROM sqlite_schema UNION ALL SELECT 2", -1, &reads, nullptr) ==
            SQLITE_OK);
    REQUIRE(sqlite3_step(reads) == SQLITE_ROW);
    CHECK_FALSE(upgrade(db, made).installed);
    CHECK(sqlite3_step(reads) == SQLITE_DONE);
    sqlite3_finalize(reads);
    CHECK(current(db) == names{"003"});
}

TEST_CASE("options mean for an image what they mean for a replay") {
    options chosen;
    chosen.log = false;
    check_alike(nothing, true, chosen);
    chosen.version_table = "of mine";
    check_alike(nothing, true, chosen);
    chosen.log = true;
    chosen.application = "shop";
    chosen.application_version = "2.1";
    check_alike(nothing, true, chosen);
    chosen.transaction = transaction_mode::per_revision;
    chosen.verify = verification::applied;
    chosen.on_unknown = unknown_policy::step_back;
    chosen.on_passed_over = passed_over_policy::apply;
    chosen.busy_timeout = std::chrono::milliseconds(0);
    const outcome with = launched(made_imaged_history(everything()), nothing, chosen);
    CHECK(with.installed);
    chosen.version_table = "parent"; // a table of the history
    CHECK(failure_of([&] { launched(made_imaged_history(everything()), nothing, chosen); }).what() ==
          failure_of([&] { launched(made_history(everything()), nothing, chosen); }).what() + std::string());
}

TEST_CASE("the report of an image lists each revision, and progress tells of each") {
    const made_imaged_history made(everything());
    const made_database db;
    names told;
    options chosen;
    chosen.on_progress = [&](const progress& now) {
        told.push_back(std::string(now.revision) + " " + std::to_string(now.index) + "/" +
                       std::to_string(now.total) + (now.way == direction::up ? " up" : " down"));
    };
    const report done = upgrade(db, made, "head", chosen);
    CHECK(done.installed);
    CHECK_FALSE(done.up_to_date());
    CHECK(revisions(done) == names{"001", "002", "003"});
    CHECK(done.steps.front().summary == "Summary of 001");
    CHECK(done.duration.count() > 0);
    CHECK(told == names{"001 0/3 up", "002 1/3 up", "003 2/3 up"});
    CHECK_FALSE(upgrade(db, made).installed);
    CHECK(db.rows("SELECT length(started), finished >= started, duration_us FROM headway_log") ==
          names(3, "24|1|0"));
}

TEST_CASE("what was installed can be taken back, verified and upgraded further") {
    const made_imaged_history made(versions(3));
    const made_database db;
    REQUIRE(upgrade(db, made).installed);
    options chosen;
    chosen.verify = verification::applied;
    CHECK(upgrade(db, made, "head", chosen).up_to_date());
    const made_imaged_history newer(versions(5));
    const report further = upgrade(db, newer, "head", chosen);
    CHECK(revisions(further) == names{"004", "005"});
    CHECK_FALSE(further.installed);
    options back;
    back.on_unknown = unknown_policy::step_back; // by the down sections in the log
    CHECK(upgrade(db, made_history(versions(1)), "head", back).unknown == names{"005", "004", "003", "002"});
    CHECK(revisions(downgrade(db, made_history(versions(1)), "base")) == names{"001"});
    CHECK(db.rows("SELECT name FROM sqlite_schema WHERE name GLOB 't?'").empty());
}

TEST_CASE("only the way from nothing to all heads is an image's") {
    const made_imaged_history made(versions(3));
    for (const std::string target : {"002", "+1", "+2"}) {
        const made_database db;
        CHECK_FALSE(upgrade(db, made, target).installed);
        CHECK_FALSE(upgrade(db, made).installed);
        CHECK(current(db) == names{"003"});
    }
    for (const std::string target : {"head", "heads", "003", "+3"}) {
        const made_database db;
        CHECK(upgrade(db, made, target).installed);
    }
    std::vector<spelled_revision> forked = versions(2);
    forked.push_back({"other", {"001"}, {}, "CREATE TABLE other (a);", "DROP TABLE other;"});
    const made_imaged_history two(forked);
    const made_database db;
    CHECK(upgrade(db, two, "heads").installed);
    CHECK(current(db) == names{"002", "other"});
    const made_database one;
    CHECK_FALSE(upgrade(one, two, "other@head").installed);
}

TEST_CASE("whoever cancels an installation finds an empty database") {
    const made_imaged_history made(everything());
    for (int asked = 1;; ++asked) {
        const made_file file;
        const made_database db(file.path());
        int left = asked;
        options chosen;
        chosen.cancelled = [&] { return --left == 0; };
        bool installed = false;
        try {
            installed = upgrade(db, made, "head", chosen).installed;
        } catch (const error& failed) {
            CHECK(failed.code() == error_code::cancelled);
        }
        if (installed) {
            CHECK(asked > 4);
            break;
        }
        CHECK(db.value("SELECT count(*) FROM sqlite_schema") == "0");
        CHECK(sqlite3_get_autocommit(db) != 0);
        CHECK(sqlite3_next_stmt(db, nullptr) == nullptr);
        CHECK(upgrade(db, made).installed);
    }
}

TEST_CASE("what progress throws comes out of an installation") {
    const made_imaged_history made(everything());
    const made_database db;
    options chosen;
    chosen.on_progress = [](const progress& now) {
        if (now.index == 1) throw std::logic_error("enough");
    };
    CHECK_THROWS_AS(upgrade(db, made, "head", chosen), std::logic_error);
    CHECK(db.value("SELECT count(*) FROM sqlite_schema") == "0");
    CHECK(upgrade(db, made).installed);
}

TEST_CASE("an image that is damaged, or of something else, is left and the history replayed") {
    const std::string whole = head_of(made_history(everything()));
    const auto is_left = [](const std::string& packed, std::size_t size) {
        made_history made(everything());
        made.put_image(packed, size, &detail::install_image);
        const made_database db;
        CHECK_FALSE(upgrade(db, made).installed);
        CHECK(current(db) == names{"003"});
        CHECK(db.value("SELECT count(*) FROM parent") == "2");
    };
    const std::string packed = detail::pack_image(whole);
    is_left(packed.substr(0, packed.size() / 2), whole.size());
    is_left(packed, whole.size() - 4096);
    is_left("", 0);
    is_left(detail::pack_image("not a database, but long enough to be one" + whole), whole.size() + 41);
    std::string broken = whole;
    broken.replace(broken.find("CREATE TABLE child"), 6, "CREATI"); // a schema that cannot be read
    is_left(detail::pack_image(broken), broken.size());
}

TEST_CASE("a backup is made before an installation, as before a replay") {
    const made_imaged_history made(everything());
    for (const char* const journal : {"DELETE", "WAL"}) {
        const made_file file;
        const made_database db(file.path());
        db.run("PRAGMA journal_mode = " + std::string(journal));
        options chosen;
        chosen.backup = keep_backups(2);
        const report done = upgrade(db, made, "head", chosen);
        CHECK(done.installed);
        CHECK(std::filesystem::exists(done.backup));
        CHECK(made_database(done.backup).value("SELECT count(*) FROM sqlite_schema") == "0");
    }
}

TEST_CASE("a lock of another connection is waited for, and then it is busy") {
    const made_imaged_history made(everything());
    const made_file file;
    const made_database other(file.path());
    const made_database db(file.path());
    other.run("BEGIN EXCLUSIVE");
    options chosen;
    chosen.busy_timeout = std::chrono::milliseconds(60);
    CHECK(failure_of([&] { upgrade(db, made, "head", chosen); }).code() == error_code::busy);
    other.run("COMMIT; BEGIN; SELECT * FROM sqlite_schema");
    CHECK(failure_of([&] { upgrade(db, made, "head", chosen); }).code() == error_code::busy);
    other.run("COMMIT");
    CHECK(upgrade(db, made, "head", chosen).installed);
}

namespace {

/// Does something with the file before a lock is taken.
class intruder final : public reliability::observer {
public:
    using deed = std::function<bool(sqlite3*)>;
    intruder(std::string path, int lock, deed what)
        : path_(std::move(path)), left_(lock), what_(std::move(what)) {}
    int before(const reliability::operation& next) override {
        if (next.kind != reliability::operation_kind::lock || busy_ || --left_ != 0) return SQLITE_OK;
        busy_ = true;
        sqlite3* other = nullptr;
        sqlite3_open_v2(path_.c_str(), &other, SQLITE_OPEN_READWRITE, nullptr);
        sqlite3_busy_timeout(other, 0);
        try {
            done_ = what_(other);
        } catch (const error&) {
            done_ = false; // it was locked out
        }
        sqlite3_close(other);
        return SQLITE_OK;
    }
    [[nodiscard]] bool has_done() const noexcept { return done_; }
    [[nodiscard]] bool has_come() const noexcept { return left_ <= 0; }

private:
    std::string path_;
    int left_;
    deed what_;
    bool busy_ = false;
    bool done_ = false;
};

} // namespace

TEST_CASE("what another process writes before any lock of an installation is never lost") {
    const made_imaged_history made(everything());
    int written = 0;
    for (int lock = 1;; ++lock) {
        CAPTURE(lock);
        const made_file file;
        made_database(file.path()).run("PRAGMA journal_mode = PERSIST; CREATE TABLE t (a); DROP TABLE t");
        intruder writes(file.path(), lock, [](sqlite3* db) {
            return sqlite3_exec(db, "CREATE TABLE theirs (a); INSERT INTO theirs VALUES (7)", nullptr,
                                nullptr, nullptr) == SQLITE_OK;
        });
        const reliability::watched_vfs vfs(writes);
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open_v2(file.path().c_str(), &db, SQLITE_OPEN_READWRITE, vfs.name()) == SQLITE_OK);
        const report done = upgrade(db, made);
        sqlite3_close(db);
        const made_database after(file.path());
        CHECK(current(after) == names{"003"});
        CHECK(after.value("PRAGMA integrity_check") == "ok");
        if (writes.has_done()) {
            ++written;
            CHECK(after.value("SELECT a FROM theirs") == "7");
        }
        if (!writes.has_come()) break;
    }
    CHECK(written > 2);
}

TEST_CASE("where another process installs the same meanwhile, nothing is left to do, or it is done once") {
    const made_imaged_history made(everything());
    int overtaken = 0;
    for (int lock = 1;; ++lock) {
        CAPTURE(lock);
        const made_file file;
        made_database(file.path()).run("PRAGMA journal_mode = WAL");
        intruder installs(file.path(), lock, [&](sqlite3* db) {
            options hasty;
            hasty.busy_timeout = std::chrono::milliseconds(0);
            return upgrade(db, made, "head", hasty).installed;
        });
        const reliability::watched_vfs vfs(installs);
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open_v2(file.path().c_str(), &db, SQLITE_OPEN_READWRITE, vfs.name()) == SQLITE_OK);
        const report done = upgrade(db, made);
        sqlite3_close(db);
        CHECK((installs.has_done() ? done.up_to_date() : done.installed));
        overtaken += installs.has_done() ? 1 : 0;
        const made_database after(file.path());
        CHECK(after.rows("SELECT revision FROM headway_log") == names{"001", "002", "003"});
        if (!installs.has_come()) break;
    }
    CHECK(overtaken > 0);
}

} // namespace headway::tests
