#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

namespace headway::tests {
namespace {

options with(unknown_policy policy) {
    options chosen;
    chosen.on_unknown = policy;
    chosen.application = "shop";
    chosen.application_version = "2.0";
    return chosen;
}

} // namespace

TEST_CASE("an older program refuses a newer database, and says which revisions, when and by whom") {
    const made_history older(versions(2));
    const made_history newer(versions(4));
    const made_database db;
    upgrade(db, newer, "head", with(unknown_policy::refuse));
    const std::string before = db.dump();
    const error failed = failure_of([&] { upgrade(db, older); });
    CHECK(failed.code() == error_code::unknown_revision);
    const std::string message = failed.what();
    CHECK(contains(message, "Can't locate revision identified by '004'\n"
                            "The database is newer than this program, which does not have its revisions:\n"
                            "  004, applied at 20"));
    CHECK(contains(message, "Z by shop 2.0\n  003, applied at 20"));
    CHECK(contains(message, "\nUpdate this program, or restore a backup"));
    CHECK(db.dump() == before);
}

TEST_CASE(
    "a newer database is left alone if each of its revisions promises that the program can work on it") {
    const made_history older(versions(2));
    std::vector<spelled_revision> later = versions(4);
    later[2].compatible_with = "002";
    later[3].compatible_with = "001";
    const made_database db;
    upgrade(db, made_history(later), "head");
    const std::string before = db.dump();
    const report left = upgrade(db, older, "head", with(unknown_policy::allow));
    CHECK(left.up_to_date());
    CHECK(left.unknown == names{"004", "003"});
    CHECK(db.dump() == before);
}

TEST_CASE("outside the promise a newer database is refused") {
    const made_history older(versions(2));
    for (const char* promise : {"", "003"}) {
        CAPTURE(promise);
        std::vector<spelled_revision> later = versions(4);
        later[2].compatible_with = "001";
        later[3].compatible_with = promise;
        const made_database db;
        upgrade(db, made_history(later), "head");
        const error failed = failure_of([&] { upgrade(db, older, "head", with(unknown_policy::allow)); });
        CHECK(failed.code() == error_code::unknown_revision);
        CHECK(contains(failed.what(), *promise == '\0' ? "004 does not say that older programs can work on it"
                                                       : "004 is compatible with 003 and later"));
    }
}

TEST_CASE("a promise does not cover revisions of the program's own that are missing") {
    std::vector<spelled_revision> mine = versions(2);
    mine.push_back({"mine", {"002"}, {}, "CREATE TABLE mine (a);", "DROP TABLE mine;"});
    std::vector<spelled_revision> theirs = versions(3);
    theirs[2].compatible_with = "001";
    const made_database db;
    upgrade(db, made_history(theirs));
    const std::string before = db.dump();
    const error failed =
        failure_of([&] { upgrade(db, made_history(mine), "head", with(unknown_policy::allow)); });
    CHECK(contains(failed.what(), "lacks revisions that this program needs"));
    CHECK(db.dump() == before);
}

TEST_CASE(
    "newer revisions are taken back by the log's down sections, newest first, and what is pending runs") {
    std::vector<spelled_revision> mine = versions(2);
    mine.push_back({"mine", {"002"}, {}, "CREATE TABLE mine (a);", "DROP TABLE mine;"});
    const made_database db;
    upgrade(db, made_history(versions(4)));
    const made_history own(mine);
    const report done = upgrade(db, own, "head", with(unknown_policy::step_back));
    CHECK(done.unknown == names{"004", "003"});
    CHECK(revisions(done) == names{"mine"});
    CHECK(shop_tables(db) == names{"t1", "t2"});
    CHECK(current(db) == names{"mine"});
    CHECK(db.rows("SELECT revision, operation FROM headway_log WHERE sequence > 4") ==
          names{"004|downgrade", "003|downgrade", "mine|upgrade"});
    CHECK(upgrade(db, own, "head", with(unknown_policy::step_back)).up_to_date());
}

TEST_CASE("stepping back alone is committed, also to the base") {
    const made_database db;
    upgrade(db, made_history(versions(3)));
    const made_history one(versions(1));
    CHECK(upgrade(db, one, "head", with(unknown_policy::step_back)).unknown == names{"003", "002"});
    CHECK(current(db) == names{"001"});

    const made_history other({{"alone", {}, {}, "CREATE TABLE alone (a);", "DROP TABLE alone;"}});
    const report done = upgrade(db, other, "head", with(unknown_policy::step_back));
    CHECK(done.unknown == names{"001"});
    CHECK(current(db) == names{"alone"});
    CHECK(shop_tables(db).empty());
}

TEST_CASE("a newer merge is taken back to both of its parents") {
    std::vector<spelled_revision> forked = versions(1);
    forked.push_back({"left", {"001"}, {}, "CREATE TABLE t2 (a);", "DROP TABLE t2;"});
    forked.push_back({"right", {"001"}, {}, "CREATE TABLE t3 (a);", "DROP TABLE t3;"});
    const made_history older(forked);
    forked.push_back({"merge", {"left", "right"}, {}, "", "SELECT 1;"});
    const made_database db;
    upgrade(db, made_history(forked));
    const report done = upgrade(db, older, "heads", with(unknown_policy::step_back));
    CHECK(done.unknown == names{"merge"});
    CHECK(current(db) == names{"left", "right"});
}

TEST_CASE("what cannot be taken back is refused before anything runs") {
    const made_history older(versions(1));
    for (const std::uint32_t flag : {std::uint32_t{irreversible}, std::uint32_t{down_without_transaction}}) {
        std::vector<spelled_revision> later = versions(3);
        later[1].flags = flag;
        const made_database db;
        upgrade(db, made_history(later));
        const std::string before = db.dump();
        const error failed = failure_of([&] { upgrade(db, older, "head", with(unknown_policy::step_back)); });
        CHECK(failed.code() == error_code::irreversible);
        CHECK(contains(failed.what(), "Revision 002"));
        CHECK(db.dump() == before);
    }
    const made_database stamped;
    stamp(stamped, made_history(versions(2)), {"002"});
    CHECK(
        contains(failure_of([&] { upgrade(stamped, older, "head", with(unknown_policy::step_back)); }).what(),
                 "was stamped"));
}

TEST_CASE("what the log carries is judged like a migration, and rolled back if it fails") {
    const made_history older(versions(1));
    for (const auto& [down, code] : {std::pair{"PRAGMA journal_mode = WAL;", error_code::refused},
                                     std::pair{"DELETE FROM alembic_version;", error_code::refused},
                                     std::pair{"DROP TABLE nothing;", error_code::statement}}) {
        CAPTURE(down);
        std::vector<spelled_revision> later = versions(3);
        later[1].down = down;
        const made_database db;
        upgrade(db, made_history(later));
        const std::string before = db.dump();
        const error failed = failure_of([&] { upgrade(db, older, "head", with(unknown_policy::step_back)); });
        CHECK(failed.code() == code);
        CHECK(contains(failed.what(), "revision 002 could not be taken back"));
        CHECK(db.dump() == before);
    }
}

TEST_CASE("a log of an older shape is completed, and does not pretend to know where revisions come from") {
    const made_database db;
    const made_history older(versions(1));
    upgrade(db, made_history(versions(3)));
    for (const char* column : {"parents", "compatible_with", "flags"}) {
        db.run("ALTER TABLE headway_log DROP COLUMN " + std::string(column));
    }
    for (const unknown_policy policy :
         {unknown_policy::refuse, unknown_policy::allow, unknown_policy::step_back}) {
        CHECK(failure_of([&] { upgrade(db, older, "head", with(policy)); }).code() ==
              error_code::unknown_revision);
    }
    upgrade(db, made_history(versions(4)));
    CHECK(db.rows("SELECT revision, parents FROM headway_log") ==
          names{"001|NULL", "002|NULL", "003|NULL", "004|003"});
}

TEST_CASE("without a log a newer database is refused under every policy") {
    const made_history older(versions(1));
    options silent;
    silent.log = false;
    const made_database db;
    upgrade(db, made_history(versions(2)), "head", silent);
    for (const unknown_policy policy :
         {unknown_policy::refuse, unknown_policy::allow, unknown_policy::step_back}) {
        const error failed = failure_of([&] { upgrade(db, older, "head", with(policy)); });
        CHECK(failed.code() == error_code::unknown_revision);
        CHECK(contains(failed.what(), "newer than this program, or belongs to another one"));
    }
}

TEST_CASE("stepping back leaves alone what another history of the same file has applied") {
    options ours = with(unknown_policy::step_back);
    ours.version_table = "our_version";
    options theirs;
    theirs.version_table = "their_version";
    const made_database db;
    std::vector<spelled_revision> later = versions(3);
    later[2].compatible_with = "002";
    upgrade(db, made_history(later), "head", ours);
    upgrade(db, made_history({{"b1", {}, {}, "CREATE TABLE precious (a);", "DROP TABLE precious;"}}), "head",
            theirs);
    options allowing = ours;
    allowing.on_unknown = unknown_policy::allow;
    CHECK(upgrade(db, made_history(versions(2)), "head", allowing).unknown == names{"003"});
    CHECK(upgrade(db, made_history(versions(2)), "head", ours).unknown == names{"003"});
    CHECK(db.value("SELECT count(*) FROM precious") == "0");
    CHECK(current(db, theirs) == names{"b1"});
}

TEST_CASE("stepping back leaves alone what was taken back without a word to the log") {
    const made_database db;
    upgrade(db, made_history(versions(3)));
    db.run("DROP TABLE t3; UPDATE alembic_version SET version_num = '002'"); // as Alembic does
    std::vector<spelled_revision> other = versions(2);
    other.push_back({"004", {"002"}, {}, "CREATE TABLE t4 (a);", "DROP TABLE t4;"});
    upgrade(db, made_history(other));
    const report done = upgrade(db, made_history(versions(1)), "head", with(unknown_policy::step_back));
    CHECK(done.unknown == names{"004", "002"});
    CHECK(shop_tables(db) == names{"t1"});
}

TEST_CASE("what is pending on a newer database is what upgrade would apply") {
    std::vector<spelled_revision> later = versions(3);
    later[1].compatible_with = "001";
    later[2].compatible_with = "001";
    std::vector<spelled_revision> own = versions(1);
    own.push_back({"own", {"001"}, {}, "CREATE TABLE t9 (a);", "DROP TABLE t9;"});
    const made_database db;
    upgrade(db, made_history(later));
    const made_history older(versions(1));
    const made_history forked(own);
    CHECK(pending(db, older, "head", with(unknown_policy::allow)).empty());
    CHECK(failure_of([&] { (void)pending(db, older); }).code() == error_code::unknown_revision);
    CHECK(failure_of([&] { (void)pending(db, forked, "head", with(unknown_policy::allow)); }).code() ==
          error_code::unknown_revision);
    CHECK(pending(db, forked, "head", with(unknown_policy::step_back)) ==
          std::vector<std::string_view>{"own"});
    CHECK(revisions(upgrade(db, forked, "head", with(unknown_policy::step_back))) == names{"own"});
}

TEST_CASE("a down section of the log that holds a NUL is refused, not read for ever") {
    const made_history older(versions(1));
    const made_history newer(versions(2));
    const made_database db;
    upgrade(db, newer);
    db.run("UPDATE headway_log SET down = 'DROP TABLE t2;' || char(10) || ' ' || char(0) || ' ' WHERE "
           "revision = '002'");
    const error failed = failure_of([&] { upgrade(db, older, "head", with(unknown_policy::step_back)); });
    CHECK(failed.code() == error_code::statement);
    CHECK(contains(failed.what(), "a NUL byte, where SQLite would stop reading"));
    CHECK(current(db) == names{"002"});
    CHECK(shop_tables(db) == names{"t1", "t2"});
}

} // namespace headway::tests
