#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"
#include "sqlite/schema_digest.hpp"

#include <sqlite3.h>

#include <cstdio>

namespace headway::tests {
namespace {

std::vector<spelled_revision> boats() {
    return {{"001", {}, {}, "CREATE TABLE boat (id INTEGER PRIMARY KEY, name TEXT NOT NULL);", ""},
            {"002", {"001"}, {}, "CREATE INDEX ix_boat_name ON boat (name);", ""},
            {"003", {"002"}, {}, "ALTER TABLE boat ADD COLUMN berth TEXT;", ""},
            {"004", {"003"}, {}, "UPDATE boat SET berth = 'west';", ""}};
}

/// What a hand has made of it, at the second revision.
void build_second(const made_database& db) {
    db.run("create table boat(\n  id integer primary key, name text not null);"
           "CREATE INDEX ix_boat_name ON boat (name); INSERT INTO boat VALUES (1, 'Tern')");
}

/// The digests of these revisions, as a table carries them.
std::string digests_of(const std::vector<spelled_revision>& revisions) {
    std::string text;
    const made_database replayed;
    for (const spelled_revision& each : revisions) {
        replayed.run(each.up);
        char digits[17];
        std::snprintf(digits, sizeof digits, "%016llx",
                      static_cast<unsigned long long>(
                          detail::digest_of(detail::read_objects(replayed, "alembic_version"))));
        text += digits;
    }
    return text;
}

options by_schema() {
    options chosen;
    chosen.unstamped = adopt::by_schema;
    return chosen;
}

void require_drifted(const made_database& db, const history& h, const std::string& words) {
    const std::string before = db.dump();
    const error failed = failure_of([&] { upgrade(db, h, "head", by_schema()); });
    CAPTURE(failed.what());
    CHECK(failed.code() == error_code::drifted);
    CHECK(contains(failed.what(), words));
    CHECK(failure_of([&] { static_cast<void>(pending(db, h, "head", by_schema())); }).code() ==
          error_code::drifted);
    CHECK(db.dump() == before);
}

} // namespace

TEST_CASE("a database without records is taken over at the revision whose schema it has") {
    const made_database db;
    build_second(db);
    const made_history made(boats());
    const auto ids = pending(db, made, "head", by_schema());
    CHECK(names(ids.begin(), ids.end()) == names{"003", "004"});
    CHECK(current(db).empty());
    const report done = upgrade(db, made, "head", by_schema());
    CHECK(done.adopted == "its schema");
    CHECK(revisions(done) == names{"003", "004"});
    CHECK(current(db) == names{"004"});
    CHECK(db.rows("SELECT operation || ' ' || revision FROM headway_log ORDER BY sequence") ==
          names{"adopt its schema 001", "adopt its schema 002", "upgrade 003", "upgrade 004"});
    CHECK(db.value("SELECT name || berth FROM boat") == "Ternwest");
    CHECK(upgrade(db, made, "head", by_schema()).up_to_date());
}

TEST_CASE("the digests that a table carries say which schema it is, without a replay") {
    std::vector<spelled_revision> revisions = boats();
    const std::string digests = digests_of(revisions);
    revisions[1].up += " SELECT known_to_nobody();";
    const made_history made(revisions, {history_format, engine::sqlite},
                            {{"its schema", digests.substr(0, 32)}, {"its schema", digests.substr(32)}});
    const made_database db;
    build_second(db);
    CHECK(revisions.size() == 4);
    CHECK(tests::revisions(upgrade(db, made, "head", by_schema())) == names{"003", "004"});
    const made_database other;
    other.run("CREATE TABLE crew (a)");
    require_drifted(other, made, "and the schema of no revision\nNothing was changed.");
}

TEST_CASE("a schema that several revisions have is refused, and so is one that none has") {
    const made_history made(boats());
    const made_database several;
    build_second(several);
    several.run("ALTER TABLE boat ADD COLUMN berth TEXT");
    require_drifted(several, made,
                    "which differ in rows alone: 003, 004\nNothing was changed. Say which it is: headway "
                    "stamp 004");
    const made_database none;
    none.run("CREATE TABLE boat (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE crew (a)");
    require_drifted(none, made,
                    "and the schema of no revision; nearest to it:\n001, Summary of 001\n"
                    "  table boat has `text )` instead of `text not null )`\n"
                    "  table crew comes from no revision\n"
                    "004, Summary of 004\n  index ix_boat_name is missing\n");
}

TEST_CASE("what others keep in a database has no part in its schema") {
    const made_history made(boats());
    const made_database db;
    build_second(db);
    db.run("CREATE TABLE knex_migrations (a); CREATE TABLE _litestream_seq (a); CREATE INDEX b ON "
           "_litestream_seq (a)");
    options chosen = by_schema();
    chosen.ignore = {"_litestream_*"};
    CHECK(revisions(upgrade(db, made, "head", chosen)) == names{"003", "004"});
    const made_database fresh;
    fresh.run("CREATE TABLE _litestream_seq (a)");
    CHECK(upgrade(fresh, made, "head", chosen).steps.size() == 4);
}

TEST_CASE(
    "the schema is asked of no database that is new, has a version table, or has another tool's records") {
    const made_history made(boats());
    const made_database fresh;
    const report done = upgrade(fresh, made, "head", by_schema());
    CHECK(done.adopted.empty());
    CHECK(done.steps.size() == 4);
    const made_database base;
    base.run("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL); CREATE TABLE crew (a)");
    CHECK(upgrade(base, made, "head", by_schema()).steps.size() == 4);
    const made_history booked(boats(), {history_format, engine::sqlite},
                              {{"notary", "SELECT step, 2, NULL FROM main.books"}, {"its schema", "0"}});
    const made_database kept;
    build_second(kept);
    kept.run("CREATE TABLE books (step TEXT); INSERT INTO books VALUES ('002')");
    CHECK(upgrade(kept, booked, "head", by_schema()).adopted == "notary");
    const made_database unasked;
    build_second(unasked);
    CHECK(failure_of([&] { upgrade(unasked, made); }).code() == error_code::statement);
}

TEST_CASE(
    "a database whose schema is not that of the revision that a tool's records name is left half done") {
    const std::vector<spelled_adoption> books{{"notary", "SELECT step, 2, NULL FROM main.books"}};
    std::vector<spelled_adoption> with_digests = books;
    with_digests.push_back({"its schema", digests_of(boats())});
    for (const auto& adoptions : {books, with_digests}) {
        const made_history made(boats(), {history_format, engine::sqlite}, adoptions);
        const made_database half;
        build_second(half);
        half.run("CREATE TABLE books (step TEXT); INSERT INTO books VALUES ('001')");
        const std::string words = "notary says that the database is at 001, whose schema it does not have:\n"
                                  "  index ix_boat_name comes from no revision\n"
                                  "Nothing was changed. A run of notary has left a step half done";
        require_drifted(half, made, words);
        options chosen = by_schema();
        chosen.ignore = {"ix_*"};
        CHECK(upgrade(half, made, "001", chosen).adopted == "notary");
    }
}

TEST_CASE("on branches a schema is that of a revision and what it descends from") {
    std::vector<spelled_revision> all = boats();
    all.insert(all.begin() + 2, {"crew", {"001"}, {}, "CREATE TABLE crew (a);", ""});
    const made_history made(all);
    const made_database db;
    db.run("CREATE TABLE boat (id INTEGER PRIMARY KEY, name TEXT NOT NULL); CREATE TABLE crew (a)");
    const report done = upgrade(db, made, "heads", by_schema());
    CHECK(done.adopted == "its schema");
    CHECK(revisions(done) == names{"002", "003", "004"});
}

} // namespace headway::tests
