#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

namespace headway::tests {
namespace {

/// What a release has: 001, and 004 brought to it from the main line.
std::vector<spelled_revision> release() {
    std::vector<spelled_revision> made = versions(4);
    made[3].revises = {"001"};
    made.erase(made.begin() + 1, made.begin() + 3);
    return made;
}

options with(passed_over_policy policy) {
    options chosen;
    chosen.on_passed_over = policy;
    return chosen;
}

options verified() {
    options chosen;
    chosen.verify = verification::applied;
    return chosen;
}

names log_lines_of(const made_database& db) {
    return db.rows("SELECT operation || ' ' || revision FROM headway_log ORDER BY sequence");
}

/// Whether a database, taken to the head of a history, is refused with these revisions, and left as it is.
void require_refused(const made_database& db, const history& h, const names& passed_over,
                     std::string_view target = "head") {
    const std::string before = db.dump();
    const error failed = failure_of([&] { upgrade(db, h, target); });
    CHECK(failed.code() == error_code::passed_over);
    CHECK(failed.revision() == passed_over.front());
    std::string files;
    for (const std::string& one : passed_over) {
        files += "\n  " + one + "_made.sql";
    }
    CAPTURE(failed.what());
    CHECK(contains(failed.what(), files + "\nThen it came "));
    CHECK(failure_of([&] { static_cast<void>(pending(db, h, target)); }).code() == error_code::passed_over);
    CHECK(db.dump() == before);
}

} // namespace

TEST_CASE("ancestors that a released revision was given later are not taken for applied") {
    const made_database db;
    upgrade(db, made_history(release()));
    const made_history next(versions(5));
    require_refused(db, next, {"002", "003"});
    const error failed = failure_of([&] { upgrade(db, next); });
    CHECK(contains(failed.what(), "revisions were passed over: 004 descends from them, and did not when it "
                                  "was applied"));
    CHECK(contains(failed.what(), "Then it came after 001. Nothing was changed."));
}

TEST_CASE("what was passed over is applied before what is pending, where that is the policy") {
    const made_database db;
    upgrade(db, made_history(release()));
    const made_history next(versions(5));
    const options apply = with(passed_over_policy::apply);
    const auto ids = pending(db, next, "head", apply);
    CHECK(names(ids.begin(), ids.end()) == names{"002", "003", "005"});
    CHECK(revisions(upgrade(db, next, "head", apply)) == names{"002", "003", "005"});
    CHECK(shop_tables(db) == names{"t1", "t2", "t3", "t4", "t5"});
    CHECK(current(db) == names{"005"});
    CHECK(log_lines_of(db) ==
          names{"upgrade 001", "upgrade 004", "upgrade 002", "upgrade 003", "upgrade 005", "stamp 004"});
    CHECK(upgrade(db, next, "head", apply).up_to_date());
    CHECK(upgrade(db, next).up_to_date());
    CHECK(upgrade(db, made_history(versions(6))).steps.size() == 1);
    CHECK(downgrade(db, made_history(versions(6)), "base").steps.size() == 6);
    CHECK(shop_tables(db).empty());
}

TEST_CASE("what was passed over is found without anything pending, by who asks for it") {
    const made_database db;
    upgrade(db, made_history(release()));
    const made_history next(versions(4));
    CHECK(upgrade(db, next).up_to_date());
    CHECK(failure_of([&] { upgrade(db, next, "head", verified()); }).code() == error_code::passed_over);
    CHECK(revisions(upgrade(db, next, "head", with(passed_over_policy::apply))) == names{"002", "003"});
    CHECK(shop_tables(db) == names{"t1", "t2", "t3", "t4"});
}

TEST_CASE("a root, a dependency and an ancestor far above a row can have been passed over") {
    std::vector<spelled_revision> rooted = versions(3);
    rooted.insert(rooted.begin(), {"000", {}, {}, "CREATE TABLE t0 (a);", "DROP TABLE t0;"});
    rooted[1].revises = {"000"};
    const made_database first;
    upgrade(first, made_history(versions(2)));
    require_refused(first, made_history(rooted), {"000"});
    CHECK(contains(failure_of([&] { upgrade(first, made_history(rooted)); }).what(), "Then it came first."));

    std::vector<spelled_revision> depending = versions(2);
    depending.push_back({"side", {}, {}, "CREATE TABLE t8 (a);", "DROP TABLE t8;"});
    depending.push_back({"003", {"002"}, {"side"}, "CREATE TABLE t3 (a);", "DROP TABLE t3;"});
    depending.push_back({"004", {"003"}, {}, "CREATE TABLE t4 (a);", "DROP TABLE t4;"});
    const made_database second;
    upgrade(second, made_history(versions(3)));
    require_refused(second, made_history(depending), {"side"}, "heads");

    std::vector<spelled_revision> deep = release();
    deep.push_back({"005", {"004"}, {}, "CREATE TABLE t5 (a);", "DROP TABLE t5;"});
    const made_database third;
    upgrade(third, made_history(deep));
    require_refused(third, made_history(versions(6)), {"002", "003"});
}

TEST_CASE("an older program takes nothing back that would leave what was made up for behind") {
    const made_database db;
    upgrade(db, made_history(release()));
    upgrade(db, made_history(versions(4)), "head", with(passed_over_policy::apply));
    options back;
    back.on_unknown = unknown_policy::step_back;
    const std::string before = db.dump();
    CHECK(failure_of([&] { upgrade(db, made_history(versions(1)), "head", back); }).code() ==
          error_code::irreversible);
    CHECK(db.dump() == before);
}

TEST_CASE("nothing is taken back from a database that lacks what it would be taken back to") {
    const made_database db;
    upgrade(db, made_history(release()));
    const std::string before = db.dump();
    for (const passed_over_policy policy : {passed_over_policy::refuse, passed_over_policy::apply}) {
        const error failed =
            failure_of([&] { downgrade(db, made_history(versions(4)), "002", with(policy)); });
        CHECK(failed.code() == error_code::passed_over);
        CHECK(db.dump() == before);
    }
}

TEST_CASE(
    "a passed over revision that fails leaves the database as it was, and the next launch makes up for it") {
    const made_database db;
    upgrade(db, made_history(release()));
    db.run("CREATE TABLE t3 (mine)");
    const std::string before = db.dump();
    const made_history next(versions(5));
    const error failed = failure_of([&] { upgrade(db, next, "head", with(passed_over_policy::apply)); });
    CHECK(failed.revision() == "003");
    CHECK(db.dump() == before);
    options each = with(passed_over_policy::apply);
    each.transaction = transaction_mode::per_revision;
    CHECK(failure_of([&] { upgrade(db, next, "head", each); }).revision() == "003");
    CHECK(shop_tables(db) == names{"t1", "t2", "t3", "t4"});
    db.run("DROP TABLE t3");
    CHECK(revisions(upgrade(db, next, "head", each)) == names{"003", "005"});
    CHECK(shop_tables(db) == names{"t1", "t2", "t3", "t4", "t5"});
}

TEST_CASE("a passed over section without a transaction is applied once") {
    std::vector<spelled_revision> later = versions(5);
    later[1].up = "VACUUM;";
    later[1].flags = up_without_transaction;
    const made_database db;
    upgrade(db, made_history(release()));
    CHECK(revisions(upgrade(db, made_history(later), "head", with(passed_over_policy::apply))) ==
          names{"002", "003", "005"});
    CHECK(log_lines_of(db) ==
          names{"upgrade 001", "upgrade 004", "upgrade 002", "upgrade 003", "upgrade 005", "stamp 004"});
}

TEST_CASE("a stamp says that a database has what its log denies") {
    const made_database db;
    upgrade(db, made_history(release()));
    const made_history next(versions(5));
    CHECK(stamp(db, next, {"004"}) == names{"004"});
    CHECK(revisions(upgrade(db, next)) == names{"005"});
    CHECK(shop_tables(db) == names{"t1", "t4", "t5"});

    const made_database stamped;
    stamp(stamped, made_history(release()), {"004"});
    require_refused(stamped, next, {"002", "003"});
}

TEST_CASE("a log that tells of no other parents blames nobody") {
    const made_history next(versions(5));
    const made_history main_line(versions(4));
    SECTION("of a database that was stamped") {
        const made_database db;
        stamp(db, main_line, {"004"});
        CHECK(upgrade(db, next, "head", verified()).steps.size() == 1);
    }
    SECTION("of a database that another tool brought to where it is") {
        const made_database db;
        db.run("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);"
               "INSERT INTO alembic_version VALUES ('004')");
        CHECK(upgrade(db, next, "head", verified()).steps.size() == 1);
        CHECK(upgrade(db, made_history(versions(6)), "head", verified()).steps.size() == 1);
    }
    SECTION("of which the old lines were deleted") {
        const made_database db;
        upgrade(db, main_line);
        db.run("DELETE FROM headway_log WHERE revision IN ('002', '003')");
        CHECK(upgrade(db, next, "head", verified()).steps.size() == 1);
    }
    SECTION("of an older Headway, which did not write parents down") {
        const made_database db;
        upgrade(db, made_history(release()));
        db.run("UPDATE headway_log SET parents = NULL");
        CHECK(upgrade(db, next).steps.size() == 1);
    }
    SECTION("where the release was taken back before the main line was applied") {
        const made_database db;
        upgrade(db, made_history(release()));
        downgrade(db, made_history(release()), "001");
        CHECK(revisions(upgrade(db, next)) == names{"002", "003", "004", "005"});
        CHECK(upgrade(db, made_history(versions(6)), "head", verified()).steps.size() == 1);
    }
    SECTION("where a newer program was stepped back") {
        const made_database db;
        upgrade(db, made_history(release()));
        options back;
        back.on_unknown = unknown_policy::step_back;
        CHECK(upgrade(db, made_history(versions(2)), "head", back).unknown == names{"004"});
        CHECK(upgrade(db, next, "head", verified()).steps.size() == 3);
    }
    SECTION("where everything was taken back and applied again") {
        const made_database db;
        upgrade(db, next);
        downgrade(db, next, "base");
        upgrade(db, next);
        CHECK(upgrade(db, made_history(versions(6)), "head", verified()).steps.size() == 1);
    }
    SECTION("where older revisions were replaced by one") {
        const made_database db;
        upgrade(db, main_line);
        std::vector<spelled_revision> shorter = versions(5);
        shorter[3].revises = {"all"};
        shorter.erase(shorter.begin(), shorter.begin() + 3);
        shorter.insert(shorter.begin(), {"all", {}, {}, "SELECT 1;", "SELECT 1;"});
        CHECK(revisions(upgrade(db, made_history(shorter))) == names{"005"});
    }
}

TEST_CASE("lines that were applied beside each other can be put in a row") {
    std::vector<spelled_revision> forked = versions(4);
    forked[3].revises = {"001"};
    const made_database both;
    upgrade(both, made_history(forked), "heads");
    CHECK(revisions(upgrade(both, made_history(versions(5)))) == names{"005"});

    forked.push_back({"005", {"003", "004"}, {}, "SELECT 1;", "SELECT 1;"});
    const made_database merged;
    upgrade(merged, made_history(forked));
    std::vector<spelled_revision> row = versions(5);
    row[4].up = row[4].down = "SELECT 1;";
    row.push_back({"006", {"005"}, {}, "SELECT 1;", "SELECT 1;"});
    CHECK(revisions(upgrade(merged, made_history(row))) == names{"006"});
}

TEST_CASE("what another history of the file has in the log passes nothing over") {
    const made_database db;
    options other;
    other.version_table = "other_version";
    std::vector<spelled_revision> theirs = release();
    theirs[0].up = "CREATE TABLE o1 (a);";
    theirs[1].up = "CREATE TABLE o4 (a);";
    upgrade(db, made_history(theirs), "head", other);
    upgrade(db, made_history(versions(4)));
    CHECK(upgrade(db, made_history(versions(5)), "head", verified()).steps.size() == 1);
}

TEST_CASE("without a log nothing is known to have been passed over") {
    const made_database db;
    options chosen;
    chosen.log = false;
    upgrade(db, made_history(release()), "head", chosen);
    CHECK(revisions(upgrade(db, made_history(versions(5)), "head", chosen)) == names{"005"});
}

} // namespace headway::tests
