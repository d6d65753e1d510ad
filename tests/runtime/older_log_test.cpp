#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

#include <fstream>
#include <iterator>

namespace headway::tests {
namespace {

/// A database as Headway 0.1.0 has left it, at 003.
class older_database : public made_database {
public:
    older_database() {
        std::ifstream in(HEADWAY_TEST_LOG_OF_0_1_0, std::ios::binary);
        run({std::istreambuf_iterator<char>(in), {}});
    }
};

options stepping_back() {
    options chosen;
    chosen.on_unknown = unknown_policy::step_back;
    return chosen;
}

/// What 0.1.0 runs to add a line.
void write_as_0_1_0(const made_database& db, const std::string& revision, const std::string& operation,
                    const std::string& down, const std::string& parents) {
    db.run("INSERT INTO main.headway_log (revision, operation, checksum, started, finished, duration_us, "
           "headway, "
           "application, application_version, down, parents, compatible_with, flags) VALUES ('" +
           revision + "', '" + operation +
           "', '0', '2026-11-28T14:20:34.127Z', '2026-11-28T14:20:34.127Z', 0, '0.1.0', '', '', '" + down +
           "', '" + parents + "', '', 0)");
}

/// What 0.1.0 reads: it takes more than 11 columns for a log that is complete.
names read_as_0_1_0(const made_database& db) {
    CHECK(std::stoi(db.value("SELECT count(*) FROM pragma_table_info('headway_log', 'main')")) > 11);
    return db.rows(
        "SELECT revision, down, parents FROM main.headway_log AS line WHERE operation <> 'downgrade' AND "
        "NOT EXISTS (SELECT 1 FROM main.headway_log AS later WHERE later.revision = line.revision AND "
        "later.sequence > line.sequence) ORDER BY sequence DESC");
}

names log(const made_database& db, int after) {
    return db.rows("SELECT revision, operation, version_table FROM headway_log WHERE sequence > " +
                   std::to_string(after));
}

} // namespace

TEST_CASE("a log of 0.1.0 is read as it is: nothing is written to it before something is done") {
    const older_database db;
    const std::string before = db.dump();
    CHECK(upgrade(db, made_history(versions(3))).up_to_date());
    const error failed = failure_of([&] { upgrade(db, made_history(versions(1))); });
    CHECK(contains(failed.what(), "  003, applied at 2026-11-28T14:20:34.127Z by headway 0.1.0\n"
                                  "  002, applied at 2026-11-28T14:20:34.127Z by headway 0.1.0\n"));
    options verifying;
    verifying.verify = verification::applied; // from other SQL than the made history's
    CHECK(failure_of([&] { upgrade(db, made_history(versions(3)), "head", verifying); }).code() ==
          error_code::edited);
    CHECK(db.dump() == before);
}

TEST_CASE("an older program steps back what 0.1.0 has applied, and its log is extended where it is") {
    const older_database db;
    CHECK(upgrade(db, made_history(versions(1)), "head", stepping_back()).unknown == names{"003", "002"});
    CHECK(db.rows("SELECT name FROM sqlite_schema WHERE name LIKE 't_'") == names{"t1"});
    CHECK(log(db, 4) ==
          names{"003|upgrade|NULL", "003|downgrade|alembic_version", "002|downgrade|alembic_version"});
}

TEST_CASE("a log that was extended still serves 0.1.0, and what that adds is read") {
    const older_database db;
    upgrade(db, made_history(versions(4)));
    CHECK(log(db, 4) == names{"003|upgrade|NULL", "004|upgrade|alembic_version"});
    CHECK(read_as_0_1_0(db) == names{"004|DROP TABLE t4;|003", "003|DROP TABLE t3;|002",
                                     "002|DROP TABLE t2;|001", "001|DROP TABLE t1;|"});
    // 0.1.0 steps it back by one, and then a program of that release applies a revision of its own.
    db.run("DROP TABLE t4");
    write_as_0_1_0(db, "004", "downgrade", "", "");
    db.run("CREATE TABLE t5 (a)");
    write_as_0_1_0(db, "005", "upgrade", "DROP TABLE t5;", "003");
    db.run("UPDATE alembic_version SET version_num = '005'");
    CHECK(upgrade(db, made_history(versions(2)), "head", stepping_back()).unknown == names{"005", "003"});
    CHECK(db.rows("SELECT name FROM sqlite_schema WHERE name LIKE 't_' ORDER BY 1") == names{"t1", "t2"});
}

TEST_CASE("another history that comes to a file of 0.1.0 finds no line of its own in the log") {
    const older_database db;
    options other = stepping_back();
    other.version_table = "other_version";
    CHECK(upgrade(db, made_history({{"a1", {}, {}, "CREATE TABLE money (a);", "DROP TABLE money;"}}), "head",
                  other)
              .unknown.empty());
    CHECK(upgrade(db, made_history(versions(1)), "head", stepping_back()).unknown == names{"003", "002"});
    CHECK(db.value("SELECT count(*) FROM money") == "0");
}

} // namespace headway::tests
