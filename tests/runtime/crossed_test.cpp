#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

namespace headway::tests {
namespace {

/// Revisions of versions() in another row: each comes after the one before.
std::vector<spelled_revision> in_a_row(const std::vector<int>& order) {
    const std::vector<spelled_revision> main_line = versions(9);
    std::vector<spelled_revision> made;
    for (const int number : order) {
        spelled_revision one = main_line[static_cast<std::size_t>(number - 1)];
        one.revises = made.empty() ? names{} : names{made.back().id};
        made.push_back(one);
    }
    return made;
}

options counting() {
    options chosen;
    chosen.on_passed_over = passed_over_policy::apply;
    return chosen;
}

names logged_order(const made_database& db) {
    return db.rows("SELECT operation || ' ' || revision || ' after ' || parents FROM headway_log WHERE "
                   "operation <> 'downgrade' ORDER BY sequence");
}

/// Whether a database is refused because of applied revisions that no row stands for, and left as it is.
error require_crossed(const made_database& db, const history& h, const names& crossed,
                      std::string_view target = "head") {
    const std::string before = db.dump();
    const error failed = failure_of([&] { upgrade(db, h, target); });
    CHECK(failed.code() == error_code::passed_over);
    CHECK(failed.revision() == crossed.front());
    std::string files;
    for (const std::string& one : crossed) {
        files += "\n  " + one + "_made.sql";
    }
    CAPTURE(failed.what());
    CHECK(contains(failed.what(), "and does not descend from them today" + files + "\n"));
    CHECK(failure_of([&] { static_cast<void>(pending(db, h, target)); }).code() == error_code::passed_over);
    CHECK(db.dump() == before);
    return failed;
}

} // namespace

TEST_CASE("what came below a row and comes above it today is not applied twice") {
    const made_database db;
    upgrade(db, made_history(in_a_row({1, 3, 2})));
    const error failed = require_crossed(db, made_history(versions(4)), {"003"});
    CHECK(
        std::string(failed.what()) ==
        "revisions are applied that the version rows do not stand for: 002 came after them, and does not "
        "descend from them today\n  003_made.sql\nNothing was changed. Count them as applied with "
        "passed_over_policy::apply, or `headway upgrade --apply-passed-over`; or say by hand what is right: "
        "`headway stamp 003` that the database has what they do, `headway stamp 002` that it has not.");
}

TEST_CASE("nothing is taken back while a row stands for less than is applied") {
    const made_database db;
    upgrade(db, made_history(in_a_row({1, 3, 2})));
    const made_history next(versions(4));
    const std::string before = db.dump();
    for (const char* target : {"001", "base", "-1"}) {
        CHECK(failure_of([&] { downgrade(db, next, target); }).code() == error_code::passed_over);
        CHECK(failure_of([&] { downgrade(db, next, target, counting()); }).code() == error_code::passed_over);
        CHECK(db.dump() == before);
    }
}

TEST_CASE("what crossed counts as applied where that is the policy, and the log says so") {
    const made_database db;
    upgrade(db, made_history(in_a_row({1, 3, 2})));
    const made_history next(versions(5));
    const auto ids = pending(db, next, "head", counting());
    CHECK(names(ids.begin(), ids.end()) == names{"004", "005"});
    CHECK(revisions(upgrade(db, next, "head", counting())) == names{"004", "005"});
    CHECK(shop_tables(db) == names{"t1", "t2", "t3", "t4", "t5"});
    CHECK(current(db) == names{"005"});
    CHECK(logged_order(db) == names{"upgrade 001 after ", "upgrade 003 after 001", "upgrade 002 after 003",
                                    "stamp 002 after 001", "stamp 003 after 002", "upgrade 004 after 003",
                                    "upgrade 005 after 004"});
    options verified;
    verified.verify = verification::applied;
    CHECK(revisions(upgrade(db, made_history(versions(6)), "head", verified)) == names{"006"});
    CHECK(downgrade(db, made_history(versions(6)), "002").steps.size() == 4);
    CHECK(upgrade(db, made_history(versions(6))).steps.size() == 4);
    downgrade(db, made_history(versions(6)), "base");
    CHECK(shop_tables(db).empty());
}

TEST_CASE("rows are put right also where nothing else is to be done") {
    const made_database db;
    upgrade(db, made_history(in_a_row({1, 3, 2})));
    CHECK(upgrade(db, made_history(versions(3)), "head", counting()).steps.empty());
    CHECK(current(db) == names{"003"});
    CHECK(upgrade(db, made_history(versions(3))).up_to_date());
    CHECK(shop_tables(db) == names{"t1", "t2", "t3"});
}

TEST_CASE("a release that meets what the main line put right applies nothing twice either") {
    const made_database db;
    upgrade(db, made_history(in_a_row({1, 3, 2})));
    upgrade(db, made_history(versions(3)), "head", counting());
    require_crossed(db, made_history(in_a_row({1, 3, 2})), {"002"});
}

TEST_CASE("several can have crossed, roots among them, and below others") {
    const made_database db;
    upgrade(db, made_history(in_a_row({3, 2, 1})));
    require_crossed(db, made_history(versions(4)), {"002", "003"});
    CHECK(revisions(upgrade(db, made_history(versions(4)), "head", counting())) == names{"004"});

    const made_database deep;
    upgrade(deep, made_history(in_a_row({1, 4, 2, 3})));
    require_crossed(deep, made_history(versions(6)), {"004"});
    CHECK(revisions(upgrade(deep, made_history(versions(6)), "head", counting())) == names{"005", "006"});
}

TEST_CASE("what crossed can descend from what was passed over") {
    const made_database db;
    upgrade(db, made_history(in_a_row({1, 4, 2})));
    const made_history next(versions(5));
    const error failed = require_crossed(db, next, {"004"});
    CHECK(contains(failed.what(), "\nOthers that they descend from were never applied:\n  003_made.sql\n"));
    CHECK(contains(failed.what(), "Count the former as applied and apply the latter with"));
    const auto ids = pending(db, next, "head", counting());
    CHECK(names(ids.begin(), ids.end()) == names{"003", "005"});
    CHECK(revisions(upgrade(db, next, "head", counting())) == names{"003", "005"});
    CHECK(shop_tables(db) == names{"t1", "t2", "t3", "t4", "t5"});
    CHECK(current(db) == names{"005"});
}

TEST_CASE("what is made up for after a failure is found again") {
    const made_database db;
    upgrade(db, made_history(in_a_row({1, 5, 2})));
    const made_history next(versions(6));
    options each = counting();
    each.transaction = transaction_mode::per_revision;
    db.run("CREATE TABLE t4 (mine)");
    CHECK(failure_of([&] { upgrade(db, next, "head", each); }).revision() == "004");
    CHECK(shop_tables(db) == names{"t1", "t2", "t3", "t4", "t5"});
    db.run("DROP TABLE t4");
    CHECK(revisions(upgrade(db, next, "head", each)) == names{"004", "006"});
}

TEST_CASE("a stamp says whether a database has what crossed") {
    const made_history next(versions(4));
    const made_database has;
    upgrade(has, made_history(in_a_row({1, 3, 2})));
    CHECK(stamp(has, next, {"003"}) == names{"003"});
    CHECK(revisions(upgrade(has, next)) == names{"004"});

    const made_database has_not;
    upgrade(has_not, made_history(in_a_row({1, 3, 2})));
    has_not.run("DROP TABLE t3");
    CHECK(stamp(has_not, next, {"002"}) == names{"002"});
    CHECK(revisions(upgrade(has_not, next)) == names{"003", "004"});
    CHECK(downgrade(has_not, next, "base").steps.size() == 4);
}

TEST_CASE("a stamp settles what crossed also where the first lines of the log are gone") {
    const made_database db;
    upgrade(db, made_history(in_a_row({1, 3, 2})));
    db.run("DELETE FROM headway_log WHERE revision = '001'");
    stamp(db, made_history(versions(4)), {"003"});
    CHECK(revisions(upgrade(db, made_history(versions(4)))) == names{"004"});
}

TEST_CASE("a dependency and a parent that were taken away leave what they stood for applied") {
    std::vector<spelled_revision> before = versions(2);
    before.push_back({"side", {}, {}, "CREATE TABLE t8 (a);", "DROP TABLE t8;"});
    before.push_back({"003", {"002"}, {"side"}, "CREATE TABLE t3 (a);", "DROP TABLE t3;"});
    std::vector<spelled_revision> after = before;
    after[3].depends_on.clear();
    const made_database db;
    upgrade(db, made_history(before), "003");
    require_crossed(db, made_history(after), {"side"}, "heads");
    CHECK(upgrade(db, made_history(after), "heads", counting()).steps.empty());
    CHECK(current(db) == names{"003", "side"});

    std::vector<spelled_revision> merged = before;
    merged[3] = {"003", {"002", "side"}, {}, "CREATE TABLE t3 (a);", "DROP TABLE t3;"};
    const made_database joined;
    upgrade(joined, made_history(merged));
    require_crossed(joined, made_history(after), {"side"}, "heads");
}

TEST_CASE("the line of what came on top says that it came, where its own line is gone") {
    const made_database db;
    upgrade(db, made_history(in_a_row({1, 3, 2})));
    db.run("DELETE FROM headway_log WHERE revision IN ('001', '003')");
    require_crossed(db, made_history(versions(4)), {"003"});
    CHECK(revisions(upgrade(db, made_history(versions(4)), "head", counting())) == names{"004"});
}

TEST_CASE("what was taken back since is applied again") {
    const made_database db;
    upgrade(db, made_history(in_a_row({1, 3, 2})));
    upgrade(db, made_history(versions(4)), "head", counting());
    CHECK(downgrade(db, made_history(versions(4)), "002").steps.size() == 2);
    CHECK(revisions(upgrade(db, made_history(versions(4)))) == names{"003", "004"});
    SECTION("also by the release") {
        const made_database release;
        upgrade(release, made_history(in_a_row({1, 3, 2})));
        downgrade(release, made_history(in_a_row({1, 3, 2})), "001");
        CHECK(revisions(upgrade(release, made_history(versions(4)))) == names{"002", "003", "004"});
    }
    SECTION("also by an older program") {
        options back;
        back.on_unknown = unknown_policy::step_back;
        CHECK(upgrade(db, made_history(versions(3)), "head", back).unknown == names{"004"});
        CHECK(revisions(upgrade(db, made_history(versions(4)))) == names{"004"});
    }
    SECTION("and nothing else is left when an older program would take back what crossed") {
        options back;
        back.on_unknown = unknown_policy::step_back;
        const std::string before = db.dump();
        CHECK(failure_of([&] { upgrade(db, made_history(versions(1)), "head", back); }).code() ==
              error_code::irreversible);
        CHECK(db.dump() == before);
    }
}

TEST_CASE("a log that tells of other rows than there are now blames nobody") {
    SECTION("where a stamp says that less is applied than the log tells") {
        const made_database db;
        upgrade(db, made_history(versions(4)));
        stamp(db, made_history(versions(4)), {"002"});
        db.run("DROP TABLE t3; DROP TABLE t4");
        CHECK(revisions(upgrade(db, made_history(versions(4)))) == names{"003", "004"});
    }
    SECTION("where a fork was put in a row and only one side of it was applied") {
        std::vector<spelled_revision> forked = versions(3);
        forked[2].revises = {"001"};
        const made_database db;
        upgrade(db, made_history(forked), "002");
        CHECK(revisions(upgrade(db, made_history(versions(3)))) == names{"003"});
    }
    SECTION("where the rows stand for all that was applied in another row") {
        const made_database db;
        upgrade(db, made_history(in_a_row({1, 3, 2, 4})));
        CHECK(revisions(upgrade(db, made_history(versions(5)))) == names{"005"});
    }
    SECTION("of another history of the file") {
        const made_database db;
        options other;
        other.version_table = "other_version";
        std::vector<spelled_revision> theirs = in_a_row({1, 3, 2});
        for (spelled_revision& one : theirs)
            one.up = one.down = "SELECT 1;";
        upgrade(db, made_history(theirs), "head", other);
        upgrade(db, made_history(versions(4)), "002");
        CHECK(revisions(upgrade(db, made_history(versions(4)))) == names{"003", "004"});
    }
    SECTION("of an older Headway, which did not write parents down") {
        const made_database db;
        upgrade(db, made_history(in_a_row({1, 3, 2})));
        db.run("UPDATE headway_log SET parents = NULL; DROP TABLE t3");
        CHECK(revisions(upgrade(db, made_history(versions(4)))) == names{"003", "004"});
    }
    SECTION("that is not kept") {
        const made_database db;
        options chosen;
        chosen.log = false;
        upgrade(db, made_history(in_a_row({1, 3, 2})), "head", chosen);
        db.run("DROP TABLE t3");
        CHECK(revisions(upgrade(db, made_history(versions(4)), "head", chosen)) == names{"003", "004"});
    }
}

} // namespace headway::tests
