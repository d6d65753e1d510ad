#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

namespace headway::tests {
namespace {

const std::vector<spelled_adoption> books{
    {"notary", "SELECT step, state, checksum FROM main.books ORDER BY step"}};

/// Five revisions, the third of which is booked under another name, the first with a checksum.
std::vector<spelled_revision> five() {
    std::vector<spelled_revision> made = versions(5);
    made[0].fingerprint = "one";
    made[2].booked = "third";
    return made;
}

/// A history that takes over from the notary.
struct heir {
    made_history made{five(), {history_format, engine::sqlite}, books};
    operator history() const { return made; }
};

/// A database in which the notary has run these steps of `versions`, and booked them so.
void book(const made_database& db, const std::string& values, const std::vector<int>& run) {
    db.run("CREATE TABLE books (step TEXT, state INTEGER, checksum TEXT)");
    if (!values.empty()) db.run("INSERT INTO books VALUES " + values);
    const made_history all(versions(5));
    std::string storage;
    for (const int step : run) {
        db.run(std::string(up_sql(all, static_cast<std::uint32_t>(step - 1), storage)));
    }
}

names lines(const made_database& db) {
    return db.rows(
        "SELECT operation || ' ' || revision || ' ' || parents FROM headway_log ORDER BY sequence");
}

void require_refused(const made_database& db, error_code code, const std::string& words) {
    const std::string before = db.dump();
    const error failed = failure_of([&] { upgrade(db, heir()); });
    CAPTURE(failed.what());
    CHECK(failed.code() == code);
    CHECK(contains(failed.what(), words));
    CHECK(failure_of([&] { static_cast<void>(pending(db, heir())); }).code() == code);
    CHECK(db.dump() == before);
}

} // namespace

TEST_CASE("a database that another tool has kept is taken over and upgraded") {
    const made_database db;
    book(db, "('001', 1, 'one'), ('002', 1, NULL), ('third', 1, NULL)", {1, 2, 3});
    const heir next;
    const auto ids = pending(db, next);
    CHECK(names(ids.begin(), ids.end()) == names{"004", "005"});
    CHECK(db.rows("SELECT name FROM sqlite_schema WHERE name = 'alembic_version'").empty());
    const report done = upgrade(db, next);
    CHECK(done.adopted == "notary");
    CHECK(revisions(done) == names{"004", "005"});
    CHECK(current(db) == names{"005"});
    CHECK(lines(db) == names{"adopt notary 001 ", "adopt notary 002 001", "adopt notary 003 002",
                             "upgrade 004 003", "upgrade 005 004"});
    CHECK(db.value("SELECT count(*) FROM books") == "3");
    CHECK(upgrade(db, next).up_to_date());
    CHECK(upgrade(db, next).adopted.empty());
}

TEST_CASE("a database that is up to date already is taken over all the same") {
    const made_database db;
    book(db, "('005', 2, NULL)", {1, 2, 3, 4, 5});
    const heir next;
    const report done = upgrade(db, next);
    CHECK(done.adopted == "notary");
    CHECK(done.up_to_date());
    CHECK(current(db) == names{"005"});
    CHECK(lines(db).size() == 5);
}

TEST_CASE("a database that is taken over can be taken back") {
    const made_database db;
    book(db, "('002', 2, NULL)", {1, 2});
    const heir next;
    CHECK(revisions(downgrade(db, next, "001")) == names{"002"});
    CHECK(current(db) == names{"001"});
}

TEST_CASE("bookkeeping of another tool, or none, is that of a new database") {
    const made_database empty;
    CHECK(upgrade(empty, heir()).steps.size() == 5);
    const made_database unbooked;
    book(unbooked, "", {});
    CHECK(upgrade(unbooked, heir()).steps.size() == 5);
    const made_database other;
    other.run("CREATE TABLE books (author TEXT, title TEXT)");
    const heir next;
    const report done = upgrade(other, next);
    CHECK(done.steps.size() == 5);
    CHECK(done.adopted.empty());
}

TEST_CASE("a database with a version table is not asked for another tool's bookkeeping") {
    const made_database db;
    const heir next;
    upgrade(db, next);
    downgrade(db, next, "base");
    book(db, "('nobody knows', 0, NULL)", {});
    CHECK(upgrade(db, next).steps.size() == 5);
}

TEST_CASE("what the other tool says is wrong is refused, and nothing changed") {
    const made_database failed;
    book(failed, "('001', 1, 'one'), ('002', 0, NULL)", {1});
    require_refused(failed, error_code::half_done, "notary says that its step 002 failed or was interrupted");
    const made_database newer;
    book(newer, "('001', 1, 'one'), ('009', 1, NULL)", {1});
    require_refused(newer, error_code::unknown_revision,
                    "notary has applied 009, which this history does not have");
    const made_database edited;
    book(edited, "('001', 1, 'another')", {1});
    require_refused(edited, error_code::edited, "revision 001 was edited after notary had applied it");
}

TEST_CASE("a step that comes and goes is none that the history has to have") {
    const made_database db;
    book(db, "('001', 1, 'one'), ('gone', 3, NULL)", {1});
    CHECK(revisions(upgrade(db, heir())) == names{"002", "003", "004", "005"});
}

TEST_CASE("steps that never ran below others are refused, or applied first") {
    const made_database db;
    book(db, "('001', 1, 'one'), ('002', 1, NULL), ('004', 1, NULL)", {1, 2, 4});
    require_refused(db, error_code::passed_over,
                    "notary never applied 003, and applied 004, which comes behind it\n");
    options apply;
    apply.on_passed_over = passed_over_policy::apply;
    const heir next;
    const auto ids = pending(db, next, "head", apply);
    CHECK(names(ids.begin(), ids.end()) == names{"003", "005"});
    CHECK(revisions(upgrade(db, next, "head", apply)) == names{"003", "005"});
    CHECK(current(db) == names{"005"});
    CHECK(lines(db) == names{"adopt notary 001 ", "adopt notary 002 001", "adopt notary 004 002",
                             "upgrade 003 002", "upgrade 005 004", "stamp 004 003"});
}

TEST_CASE("a takeover that a later revision fails leaves the other tool's database") {
    const made_database db;
    book(db, "('third', 2, NULL)", {1, 2, 3});
    db.run("CREATE TABLE t5 (here)");
    const std::string before = db.dump();
    const error failed = failure_of([&] { upgrade(db, heir()); });
    CHECK(failed.code() == error_code::statement);
    CHECK(contains(failed.what(), "a run of notary has left this step half done"));
    CHECK(db.dump() == before);
}

TEST_CASE("a column that a step was to add and is there is a sign of a step that was left half done") {
    std::vector<spelled_revision> made = versions(2);
    made[1].up = "ALTER TABLE t1 ADD COLUMN late;";
    const made_history h(made, {history_format, engine::sqlite},
                         {{"notary", "SELECT step, 2, NULL FROM main.books"}});
    const made_database db;
    db.run("CREATE TABLE books (step); INSERT INTO books VALUES ('001'); CREATE TABLE t1 (a, late)");
    const error failed = failure_of([&] { upgrade(db, h); });
    CHECK(contains(failed.what(), "duplicate column name: late"));
    CHECK(contains(failed.what(), "a run of notary has left this step half done, or its records say less"));
}

TEST_CASE("of a step that several tools read alike any of their checksums will do") {
    std::vector<spelled_revision> made = versions(2);
    made[0].fingerprint = "-12 345";
    const made_history next(made, {history_format, engine::sqlite}, books);
    for (const std::string checksum : {"-12", "345"}) {
        const made_database db;
        book(db, "('001', 1, '" + checksum + "')", {1});
        CHECK(upgrade(db, next).adopted == "notary");
    }
    const made_database edited;
    book(edited, "('001', 1, '34')", {1});
    CHECK(failure_of([&] { upgrade(edited, next); }).code() == error_code::edited);
}

TEST_CASE("a takeover asks one statement more of the first launch, and none of later ones") {
    const auto statements_of = [](const made_database& db, const history& next) {
        int count = 0;
        const auto note = [](unsigned, void* counter, void*, void*) {
            return ++*static_cast<int*>(counter), 0;
        };
        sqlite3_trace_v2(db, SQLITE_TRACE_STMT, note, &count);
        upgrade(db, next);
        sqlite3_trace_v2(db, 0, nullptr, nullptr);
        return count;
    };
    const made_history own(five());
    const heir next;
    const made_database without;
    const made_database with; // has the table of books, and nothing in it
    without.run("CREATE TABLE books (step TEXT, state INTEGER, checksum TEXT)");
    with.run("CREATE TABLE books (step TEXT, state INTEGER, checksum TEXT)");
    CHECK(statements_of(with, next) <= statements_of(without, own) + 1);
    CHECK(statements_of(with, next) == statements_of(without, own));
}

TEST_CASE("a takeover without a log says where the database is") {
    const made_database db;
    book(db, "('third', 2, NULL)", {1, 2, 3});
    options silent;
    silent.log = false;
    CHECK(upgrade(db, heir(), "head", silent).steps.size() == 2);
    CHECK(db.rows("SELECT 1 FROM sqlite_schema WHERE name = 'headway_log'").empty());
}

} // namespace headway::tests
