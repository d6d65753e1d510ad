#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

#include <chrono>

namespace headway::tests {
namespace {

/// Two histories with the same ids: what the second one makes must outlive all that the first one does.
std::vector<spelled_revision> accounts() {
    return {{"001", {}, {}, "CREATE TABLE account (a);", "DROP TABLE account;"},
            {"002",
             {"001"},
             {},
             "CREATE TABLE money (a); INSERT INTO money VALUES (1000);",
             "DROP TABLE money;"}};
}

options of(std::string_view version_table, unknown_policy policy = unknown_policy::step_back) {
    options chosen;
    chosen.version_table = version_table;
    chosen.on_unknown = policy;
    return chosen;
}

/// As Headway 0.1 wrote the lines.
void forget_owners(const made_database& db) {
    db.run("UPDATE headway_log SET version_table = NULL");
}

error refusal_to_step_back(const made_database& db, std::string_view version_table) {
    return failure_of([&] { upgrade(db, made_history(versions(1)), "head", of(version_table)); });
}

} // namespace

TEST_CASE("histories of one file may have the same ids: each reads its own lines of the log") {
    const made_history first(versions(2));
    const made_history second(accounts());
    const made_database db;
    upgrade(db, first, "head", of("first"));
    upgrade(db, second, "head", of("second"));
    CHECK(db.rows("SELECT revision, version_table FROM headway_log") ==
          names{"001|first", "002|first", "001|second", "002|second"});

    options careful = of("first");
    careful.verify = verification::applied;
    CHECK(upgrade(db, first, "head", careful).up_to_date());

    CHECK(upgrade(db, made_history(versions(1)), "head", of("first")).unknown == names{"002"});
    CHECK(db.value("SELECT a FROM money") == "1000");
    CHECK(db.rows("SELECT name FROM sqlite_schema WHERE name LIKE 't_'") == names{"t1"});
    CHECK(current(db, of("first")) == names{"001"});
    CHECK(current(db, of("second")) == names{"002"});
}

TEST_CASE("what one history has taken back is still applied by the other") {
    const made_history first(versions(2));
    const made_database db;
    upgrade(db, made_history(accounts()), "head", of("second"));
    upgrade(db, first, "head", of("first"));
    downgrade(db, first, "base", of("first"));
    const made_history older({accounts().front()});
    CHECK(upgrade(db, older, "head", of("second")).unknown == names{"002"});
}

TEST_CASE("a version table is the same one however its name is written") {
    const made_database db;
    upgrade(db, made_history(versions(2)), "head", of("My_Version"));
    CHECK(upgrade(db, made_history(versions(1)), "head", of("my_version")).unknown == names{"002"});
}

TEST_CASE("lines that do not say whose they are count for the only history of a file") {
    const made_database db;
    upgrade(db, made_history(versions(2)));
    forget_owners(db);
    upgrade(db, made_history(versions(3)));
    CHECK(upgrade(db, made_history(versions(1)), "head", of("alembic_version")).unknown ==
          names{"003", "002"});
    CHECK(db.rows("SELECT revision, operation, version_table FROM headway_log") ==
          names{"001|upgrade|NULL", "002|upgrade|NULL", "003|upgrade|alembic_version",
                "003|downgrade|alembic_version", "002|downgrade|alembic_version"});
}

TEST_CASE("lines that do not say whose they are count for each history that alone has their ids") {
    const made_database db;
    std::vector<spelled_revision> other = accounts();
    other[0].id = "a1";
    other[1] = {"a2", {"a1"}, {}, other[1].up, other[1].down};
    upgrade(db, made_history(versions(2)), "head", of("first"));
    upgrade(db, made_history(other), "head", of("second"));
    forget_owners(db);
    CHECK(upgrade(db, made_history(versions(1)), "head", of("first")).unknown == names{"002"});
    CHECK(upgrade(db, made_history({other[0]}), "head", of("second")).unknown == names{"a2"});
}

TEST_CASE("the work for lines that do not say whose they are does not grow with the square of them") {
    const made_database db;
    upgrade(db, made_history(versions(2)), "head", of("first"));
    upgrade(db, made_history(accounts()), "head", of("second"));
    db.run(
        "WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 6000) INSERT INTO "
        "headway_log (revision, operation, checksum, started, finished, duration_us, headway, application, "
        "application_version, down, parents) SELECT printf('%03d', i), 'upgrade', '', '', '', 0, '', '', "
        "'', '', iif(i % 100, printf('%03d', i - 1), NULL) FROM n");
    db.run("UPDATE second SET version_num = '6000'");
    forget_owners(db);
    const auto begin = std::chrono::steady_clock::now();
    CHECK(refusal_to_step_back(db, "first").code() == error_code::unknown_revision);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10)); // the square takes minutes
}

TEST_CASE("a line that two histories can have written is nobody's: nothing is taken back by it") {
    const made_history second(accounts());
    for (const bool second_came_first : {false, true}) {
        CAPTURE(second_came_first);
        const made_database db;
        if (second_came_first) upgrade(db, second, "head", of("second"));
        upgrade(db, made_history(versions(2)), "head", of("first"));
        if (!second_came_first) upgrade(db, second, "head", of("second"));
        forget_owners(db);
        const std::string before = db.dump();
        for (const char* table : {"first", "second"}) {
            const error failed = refusal_to_step_back(db, table);
            CHECK(failed.code() == error_code::unknown_revision);
            CHECK(contains(failed.what(), "The log does not say how the database came to revision 002."));
        }
        CHECK(db.dump() == before);
    }
}

TEST_CASE("a line that two histories can have written is no proof that a revision was edited") {
    const made_history first(versions(2));
    const made_database db;
    upgrade(db, first, "head", of("first"));
    upgrade(db, made_history(accounts()), "head", of("second"));
    db.run("UPDATE headway_log SET checksum = '0' WHERE version_table = 'second'");
    forget_owners(db);
    options careful = of("first");
    careful.verify = verification::applied;
    CHECK(upgrade(db, first, "head", careful).up_to_date());
    // Once the other history is gone, they can be of one alone.
    db.run("DROP TABLE second");
    CHECK(failure_of([&] { upgrade(db, first, "head", careful); }).code() == error_code::edited);
}

TEST_CASE("a line without a name that follows a history's own leaves open what is applied") {
    const made_database db;
    upgrade(db, made_history(versions(2)), "head", of("first"));
    upgrade(db, made_history(accounts()), "head", of("second"));
    db.run("UPDATE headway_log SET version_table = NULL WHERE version_table = 'second'");
    const error failed = refusal_to_step_back(db, "first");
    CHECK(contains(failed.what(), "The log does not say how the database came to revision 002."));
    CHECK(db.value("SELECT a FROM money") == "1000");
}

TEST_CASE("revisions on the way of another history are its own, whatever the log says of them") {
    std::vector<spelled_revision> other = versions(3);
    other[0].id = "x";
    other[1].revises = {"x"};
    other[2].up = "CREATE TABLE money (a);";
    const made_database db;
    upgrade(db, made_history(versions(2)), "head", of("first"));
    db.run("DROP TABLE t1; DROP TABLE t2");
    upgrade(db, made_history(other), "head", of("second"));
    forget_owners(db);
    // The other history is at 003, which has come by 002.
    CHECK(refusal_to_step_back(db, "first").code() == error_code::unknown_revision);
    db.run("ALTER TABLE headway_log DROP COLUMN parents"); // by what, an older log does not say
    CHECK(refusal_to_step_back(db, "first").code() == error_code::unknown_revision);
}

} // namespace headway::tests
