#include "compiler/prove/made_schema_history.hpp"
#include "headway/headway.hpp"
#include "image/image.hpp"
#include "runtime/made_database.hpp"
#include "sqlite/image.hpp"

#include "catch.hpp"

#include <ctime>

namespace headway::tests {
using namespace compiler;
namespace {

struct made {
    built_image image;
    std::string said;
};

made make(const graph& history, const declared_names& declared = {}) {
    made_image result = make_image(history, declared);
    diagnostics found;
    if (result.why_not) found.add(result.why_not->id, result.why_not->where, result.why_not->message);
    CHECK_FALSE(found.has_errors());
    return {std::move(result.image), found.render()};
}

std::vector<made_revision> chain(const std::vector<std::string>& ups) {
    std::vector<made_revision> revisions;
    for (const std::string& up : ups)
        revisions.push_back({{up}, {"SELECT 1"}});
    return revisions;
}

/// Why a history gets no image; empty if it gets one.
std::string why_not(const std::vector<std::string>& ups, const declared_names& declared = {}) {
    const made one = make(link_made(chain(ups)), declared);
    CHECK(one.image.packed.empty() == !one.said.empty());
    return one.said;
}

/// Schema and rows, and of the log what does not tell the time.
std::string state_of(const made_database& db) {
    db.run("UPDATE headway_log SET started = '', finished = '', duration_us = 0");
    return db.dump();
}

bool says(const std::string& text, const std::string& part) {
    INFO(text << "\nlacks: " << part);
    const bool found = text.find(part) != std::string::npos;
    CHECK(found);
    return found;
}

} // namespace

TEST_CASE("the image of a random history installs what a replay gives, and is the same each time") {
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        CAPTURE(seed);
        auto revisions = history_maker(seed).make(12);
        revisions.front().up.push_back("CREATE TABLE kept (a INTEGER PRIMARY KEY AUTOINCREMENT, b)");
        revisions.back().up.push_back("INSERT INTO kept (b) VALUES (1), (2)");
        revisions.back().up.push_back("DELETE FROM kept WHERE b = 2");
        const graph history = link_made(revisions);
        const made one = make(history);
        CHECK(one.said.empty());
        REQUIRE_FALSE(one.image.packed.empty());
        CHECK(make(history).image.packed == one.image.packed);
        const table with(history, 1, {}, {}, one.image);
        const table without(history, 3);
        const made_file file;
        const made_database installed(file.path());
        const made_database replayed;
        CHECK(upgrade(installed, with.view()).installed);
        CHECK_FALSE(upgrade(replayed, without.view()).installed);
        REQUIRE(state_of(installed) == state_of(replayed));
        CHECK(installed.value("PRAGMA integrity_check") == "ok");
        options checked;
        checked.verify = verification::applied;
        CHECK(upgrade(installed, with.view(), "head", checked).up_to_date());
    }
}

TEST_CASE("all that a database can hold survives in an image") {
    for (const std::vector<std::string>& ups : std::vector<std::vector<std::string>>{
             {"CREATE VIRTUAL TABLE t USING fts5 (a, b); INSERT INTO t VALUES ('one two', 'three')"},
             {"CREATE TABLE d (a); CREATE VIRTUAL TABLE t USING fts5 (a, content='d'); INSERT INTO d VALUES "
              "('x');"
              "INSERT INTO t (t) VALUES ('rebuild')"},
             {"CREATE VIRTUAL TABLE t USING rtree (id, x0, x1); INSERT INTO t VALUES (1, 2, 3)"},
             {"CREATE TABLE t (a INT PRIMARY KEY, b INT AS (a * 2)) WITHOUT ROWID, STRICT; INSERT INTO t "
              "VALUES (3)"},
             {"CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3); DELETE FROM t WHERE a < 3"},
             {"CREATE TABLE t (a, b); CREATE INDEX i ON t (a COLLATE NOCASE, b DESC) WHERE a; INSERT INTO t "
              "VALUES "
              "(1, 'x'); ANALYZE"},
             {"PRAGMA user_version = 7; PRAGMA application_id = 8"},
             {"CREATE VIEW v AS SELECT upper('x') AS u, random() AS r"},
             {"CREATE TABLE t (a, at DEFAULT CURRENT_TIMESTAMP, r DEFAULT (random()))",
              "INSERT INTO t VALUES (1, 2, 3)"},
             {"CREATE TABLE t (a); INSERT INTO t VALUES (date('2026-01-02', '+1 day'))"},
             {"CREATE TABLE t (rowid, _rowid_, oid); INSERT INTO t VALUES (7, 8, 9)"},
             {"CREATE TABLE \"odd \"\"name\" (\"a b\"); INSERT INTO \"odd \"\"name\" VALUES (x'00')"},
             {"CREATE TABLE t (a); INSERT INTO t SELECT json_array(1, 2)"}}) {
        CAPTURE(ups.front());
        CHECK(why_not(ups).empty());
    }
}

TEST_CASE("data that differs from database to database is not for an image") {
    for (const std::string up :
         {"INSERT INTO t VALUES (random())", "INSERT INTO t VALUES (randomblob(8))",
          "INSERT INTO t VALUES (CURRENT_TIMESTAMP)", "INSERT INTO t VALUES (datetime('now'))",
          "INSERT INTO t VALUES (julianday())", "INSERT INTO d (a) VALUES (1)",
          "CREATE TABLE n AS SELECT strftime('%s', 'now') AS s", "UPDATE t SET a = abs(random())",
          "INSERT INTO t VALUES (datetime('2026-07-01 12:00', 'localtime'))",
          "INSERT INTO t VALUES (total_changes())",
          "INSERT INTO t SELECT a FROM s ORDER BY random() LIMIT 3"}) {
        CAPTURE(up);
        const std::string said =
            why_not({"CREATE TABLE t (a); INSERT INTO t VALUES (1);"
                     "CREATE TABLE d (a, at DEFAULT CURRENT_TIMESTAMP);"
                     "CREATE TABLE s AS WITH RECURSIVE n (a) AS (SELECT 1 UNION ALL SELECT a + 1 "
                     "FROM n WHERE a < 999) SELECT a FROM n",
                     up});
        says(said, "differs from one database to another [no-image]");
        says(said, "note: new databases get no image: table ");
    }
}

TEST_CASE("what is the application's is not for an image where it has a say") {
    declared_names declared{{{"slug", 1}, {"lower", 1}}, {"german"}, {}};
    says(why_not({"CREATE TABLE t (a)", "INSERT INTO t VALUES (slug('x'))"}, declared),
         "no such function: slug");
    says(why_not({"CREATE TABLE t (a CHECK (slug(a) = a))"}, declared), "no such function: slug");
    says(why_not({"CREATE TABLE t (a COLLATE german); CREATE INDEX i ON t (a)"}, declared),
         "no such collation sequence: german");
    says(why_not({"CREATE TABLE t (a)", "INSERT INTO t VALUES (lower('x'))"}, declared),
         "lower() is the application's");
    CHECK(why_not({"CREATE TABLE t (a); CREATE VIEW v AS SELECT slug(a) FROM t"}, declared).empty());
    CHECK(why_not({"CREATE TABLE t (a)", "INSERT INTO t VALUES (upper('x'))"}, declared).empty());
}

TEST_CASE("what says something of the program or its SQLite is not for an image") {
    says(why_not({"CREATE TABLE t AS SELECT sqlite_version() AS v"}),
         "sqlite_version() is of the SQLite that runs it");
    says(why_not({"CREATE TABLE t AS SELECT * FROM pragma_compile_options"}),
         "pragma_compile_options is not of the database alone");
    says(why_not({"CREATE TABLE t AS SELECT count(*) AS n FROM alembic_version"}),
         "this reads alembic_version");
    CHECK(
        why_not({"CREATE TABLE t (a)", "CREATE TABLE n AS SELECT name FROM pragma_table_info('t')"}).empty());
}

TEST_CASE("a section without a transaction is not for an image") {
    diagnostics found;
    auto read = read_source(
        "a_b.sql",
        "-- Made.\n--\n-- Revision ID: a\n-- Revises:\n\n-- migrate:up transaction:false\nVACUUM;\n\n"
        "-- migrate:down\nSELECT 1;\n",
        found);
    REQUIRE(read);
    std::vector<source> sources;
    sources.push_back(std::move(*read));
    const graph history = link(std::move(sources), {}, found);
    const made one = make(history);
    CHECK(one.image.packed.empty());
    says(one.said, "a_b.sql:6:1: note: new databases get no image: what runs without a transaction");
}

TEST_CASE("a history without revisions has no image, and no reason is due") {
    const made none = make(graph{});
    CHECK(none.image.packed.empty());
    CHECK(none.said.empty());
}

TEST_CASE("the clock and the randomness of this machine are as they were after an image is made") {
    const made_database before;
    make(link_made(chain({"CREATE TABLE t (a)"})));
    const made_database after;
    CHECK(after.value("SELECT abs(julianday('now') - julianday(" + std::to_string(std::time(nullptr)) +
                      ", 'unixepoch')) < 0.01") == "1");
    CHECK(after.value("SELECT random()") != before.value("SELECT random()"));
}

} // namespace headway::tests
