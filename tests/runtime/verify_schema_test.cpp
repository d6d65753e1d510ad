#include "catch.hpp"
#include "made_database.hpp"
#include "made_history.hpp"
#include "made_shop.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/schema_digest.hpp"

#include <sqlite3.h>

namespace headway::tests {
using namespace detail;
namespace {

std::vector<spelled_revision> notes() {
    return {{"001",
             {},
             {},
             "CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL DEFAULT 'x');\n"
             "CREATE INDEX ix_note_title ON note (title);\n",
             "DROP TABLE note;"},
            {"002",
             {"001"},
             {},
             "CREATE VIEW titles AS SELECT title FROM note;\n"
             "CREATE TRIGGER keep_note BEFORE DELETE ON note BEGIN SELECT raise(ABORT, 'kept'); END;\n",
             "DROP TRIGGER keep_note; DROP VIEW titles;"},
            {"003",
             {"002"},
             {},
             "CREATE VIRTUAL TABLE word USING fts5 (title);\nALTER TABLE note ADD COLUMN pinned INTEGER;\n",
             "DROP TABLE word; ALTER TABLE note DROP COLUMN pinned;"}};
}

options verifying() {
    options chosen;
    chosen.verify = verification::schema;
    return chosen;
}

/// A history with the table of what it yields at its heads, as `headway compile` emits it.
class digested_history {
public:
    digested_history(const history& from, sqlite3* at_heads)
        : of_(from), objects_(read_objects(at_heads, "alembic_version")) {
        for (const digested_object& one : objects_) {
            rows_.push_back({{1, static_cast<std::uint32_t>(names_.size()), 0}, one.digest});
            names_.push_back(one.name.c_str());
        }
        parts_ = {of_.parts[0], names_.data()};
        of_.parts = parts_.data();
        of_.objects = rows_.data();
        of_.object_count = static_cast<std::uint32_t>(rows_.size());
    }
    digested_history(const digested_history&) = delete;
    digested_history& operator=(const digested_history&) = delete;
    operator const history&() const noexcept { return of_; }

private:
    history of_;
    std::vector<digested_object> objects_;
    std::vector<const char*> names_;
    std::vector<object_row> rows_;
    std::vector<const char* const*> parts_;
};

std::string drift_of(const made_database& db, const history& h) {
    const error failed = failure_of([&] { upgrade(db, h, "head", verifying()); });
    CHECK(failed.code() == error_code::drifted);
    return failed.what();
}

constexpr const char* advice =
    "\nIt was changed by something else than its migrations. Undo that or restore a backup; what is to stay "
    "belongs into a revision.";

void meddle(const made_database& db) {
    db.run("DROP INDEX ix_note_title;"
           "CREATE TABLE extra (a);"
           "DROP TRIGGER keep_note;"
           "CREATE TRIGGER keep_note BEFORE DELETE ON note BEGIN SELECT raise(FAIL, 'kept'); END;"
           "ALTER TABLE note ADD COLUMN colour TEXT");
}

const std::string meddled =
    std::string("the schema of the database is not that of revision 003:\n"
                "  index ix_note_title is missing\n"
                "  table extra comes from no revision\n"
                "  table note has `integer , colour text` instead of `integer )`\n"
                "  trigger keep_note has `( fail , 'kept'` instead of `( abort , 'kept'`") +
    advice;

TEST_CASE("the tables in which tools keep their records are no drift") {
    const made_database db;
    const made_history made(notes(), {history_format, engine::sqlite},
                            {{"notary", "SELECT step FROM main.books JOIN \"the shelf\" USING (id)"}});
    upgrade(db, made);
    db.run(
        "CREATE TABLE goose_db_version (a); CREATE INDEX b ON goose_db_version (a); CREATE TABLE Books (a);"
        "CREATE TABLE \"the shelf\" (a)");
    CHECK(upgrade(db, made, "head", verifying()).up_to_date());
    db.run("CREATE TABLE step (a)");
    CHECK(drift_of(db, made) == std::string("the schema of the database is not that of revision 003:\n"
                                            "  table step comes from no revision") +
                                    advice);
}

TEST_CASE("a schema that the history yields passes at every revision") {
    const made_history made(notes());
    const made_database db;
    CHECK(upgrade(db, made, "001", verifying()).steps.size() == 1); // of an empty database
    for (const char* target : {"002", "003"}) {
        CHECK(upgrade(db, made, target, verifying()).steps.size() == 1);
    }
    db.run("INSERT INTO note (title) VALUES ('a'); INSERT INTO word VALUES ('a'); ANALYZE");
    CHECK(upgrade(db, made, "head", verifying()).up_to_date());
    CHECK(downgrade(db, made, "001", verifying()).steps.size() == 2);
    CHECK(downgrade(db, made, "base", verifying()).steps.size() == 1);
}

TEST_CASE("a schema that was changed by hand is refused, object by object") {
    const made_history made(notes());
    const made_database db;
    upgrade(db, made);
    meddle(db);
    CHECK(drift_of(db, made) == meddled);
    CHECK(upgrade(db, made).up_to_date());
}

TEST_CASE("nothing is applied to a schema that was changed by hand") {
    const made_history made(notes());
    const made_database db;
    upgrade(db, made, "002");
    db.run("DROP VIEW titles");
    const std::string before = db.dump();
    CHECK(drift_of(db, made) ==
          "the schema of the database is not that of revision 002:\n  view titles is missing" +
              std::string(advice));
    CHECK(db.dump() == before);
}

TEST_CASE("a database without revisions is verified to be empty") {
    const made_database db;
    db.run("CREATE TABLE stranger (a)");
    CHECK(drift_of(db, made_history(notes())) ==
          "the schema of the database is not that of a database without "
          "revisions:\n  table stranger comes from no revision" +
              std::string(advice));
}

TEST_CASE("how a statement is written makes no difference to the schema, what it says does") {
    const std::uint64_t expected =
        digest_of("table t", "CREATE TABLE t (a INTEGER NOT NULL, b TEXT DEFAULT 'X')");
    for (const char* same :
         {"CREATE TABLE \"t\"(\n  [a] integer not null, -- first\n  `B` Text DEFAULT 'X'\n)",
          "create table T (A INTEGER /* sic */ NOT NULL,b TEXT DEFAULT \"X\")"}) {
        CHECK(digest_of("table t", same) == expected);
    }
    for (const char* other : {"CREATE TABLE t (a INTEGER NOT NULL, b TEXT DEFAULT 'x')",
                              "CREATE TABLE t (b TEXT DEFAULT 'X', a INTEGER NOT NULL)",
                              "CREATE TABLE t (a INTEGER NOT NULL, b TEXT DEFAULT 'X') STRICT",
                              "CREATE TABLE t (a INTEGER NOT NULL, \"b TEXT\" DEFAULT 'X')",
                              "CREATE TABLE t (a INTEGER \"NOT\" NULL, b TEXT DEFAULT 'X' NULL)"}) {
        CHECK(digest_of("table t", other) != expected);
    }
    CHECK(digest_of("view v", "CREATE VIEW v AS SELECT null") !=
          digest_of("view v", "CREATE VIEW v AS SELECT \"null\""));
}

TEST_CASE("clauses of a column and constraints of a table stand in any order") {
    const std::uint64_t expected = digest_of(
        "table t",
        "CREATE TABLE t (a BOOLEAN DEFAULT 1 NOT NULL CHECK (a > 0), b INTEGER DEFAULT NULL CONSTRAINT f "
        "REFERENCES u (x, y) ON DELETE SET NULL NOT DEFERRABLE UNIQUE, UNIQUE (a, b), PRIMARY KEY (a))");
    CHECK(digest_of("table t",
                    "CREATE TABLE t (a BOOLEAN CHECK (a > 0) NOT NULL DEFAULT 1, b INTEGER UNIQUE CONSTRAINT "
                    "f REFERENCES u (x, y) ON DELETE SET NULL NOT DEFERRABLE DEFAULT NULL, PRIMARY KEY (a), "
                    "UNIQUE (a, b))") == expected);
    for (const char* other :
         {"CREATE TABLE t (a BOOLEAN DEFAULT 1 NOT NULL CHECK (a > 0), b INTEGER DEFAULT NULL CONSTRAINT f "
          "REFERENCES u (x, y) ON DELETE SET DEFAULT NOT DEFERRABLE UNIQUE, UNIQUE (a, b), PRIMARY KEY (a))",
          "CREATE TABLE t (a BOOLEAN DEFAULT 1 NOT NULL CHECK (a > 0), b INTEGER DEFAULT NULL CONSTRAINT f "
          "REFERENCES u (y, x) ON DELETE SET NULL NOT DEFERRABLE UNIQUE, UNIQUE (a, b), PRIMARY KEY (a))",
          "CREATE TABLE t (a BOOLEAN DEFAULT 1 NOT NULL CHECK (0 > a), b INTEGER DEFAULT NULL CONSTRAINT f "
          "REFERENCES u (x, y) ON DELETE SET NULL NOT DEFERRABLE UNIQUE, UNIQUE (a, b), PRIMARY KEY (a))",
          "CREATE TABLE t (a BOOLEAN DEFAULT 1 CONSTRAINT f NOT NULL CHECK (a > 0), b INTEGER DEFAULT NULL "
          "REFERENCES u (x, y) ON DELETE SET NULL NOT DEFERRABLE UNIQUE, UNIQUE (a, b), PRIMARY KEY (a))",
          "CREATE TABLE t (a BOOLEAN DEFAULT 1 NOT NULL CHECK (a > 0), b INTEGER DEFAULT NULL CONSTRAINT f "
          "REFERENCES u (x, y) ON DELETE SET NULL NOT DEFERRABLE UNIQUE, UNIQUE (b, a), PRIMARY KEY (a))"}) {
        CHECK(digest_of("table t", other) != expected);
    }
}

TEST_CASE("what a rebuild leaves behind in the schema is no difference") {
    const made_history made(notes());
    const made_database db;
    upgrade(db, made, "001");
    db.run("CREATE TABLE new_note (id INTEGER PRIMARY KEY, title TEXT NOT NULL DEFAULT 'x'); DROP TABLE note;"
           "ALTER TABLE new_note RENAME TO note; CREATE INDEX ix_note_title ON note (title)");
    REQUIRE(contains(db.value("SELECT sql FROM sqlite_schema WHERE name = 'note'"), "\"note\""));
    CHECK(upgrade(db, made, "001", verifying()).up_to_date());
}

TEST_CASE("at the head the schema is verified by the table, without a replay") {
    std::vector<spelled_revision> revisions = notes();
    const made_database db;
    upgrade(db, made_history(revisions));
    revisions[1].up += "SELECT * FROM there_is_no_such_table;";
    const made_history cannot_be_replayed(revisions);
    const digested_history made(cannot_be_replayed, db);
    CHECK(upgrade(db, made, "head", verifying()).up_to_date());
    meddle(db);
    CHECK(drift_of(db, made) == "the schema of the database is not that of revision 003:\n"
                                "  index ix_note_title is missing\n"
                                "  table extra comes from no revision\n"
                                "  table note has another statement\n"
                                "  trigger keep_note has another statement" +
                                    std::string(advice));
}

TEST_CASE("a difference at the head is described by what the history says") {
    const made_history plain(notes());
    const made_database db;
    upgrade(db, plain);
    const digested_history made(plain, db);
    meddle(db);
    CHECK(drift_of(db, made) == meddled);
}

TEST_CASE("several heads are verified together") {
    const made_history plain({{"1", {}, {}, "CREATE TABLE a (x);", "DROP TABLE a;"},
                              {"2", {}, {}, "CREATE TABLE b (x);", "DROP TABLE b;"}});
    const made_database db;
    upgrade(db, plain, "1");
    CHECK(upgrade(db, plain, "heads", verifying()).steps.size() == 1);
    const digested_history made(plain, db);
    CHECK(upgrade(db, made, "heads", verifying()).up_to_date());
    db.run("DROP TABLE b");
    const error failed = failure_of([&] { upgrade(db, made, "heads", verifying()); });
    CHECK(failed.what() == "the schema of the database is not that of revisions 1, 2:\n  table b is missing" +
                               std::string(advice));
}

int create_functions(sqlite3* db) {
    const auto first = [](sqlite3_context* context, int, sqlite3_value** values) {
        sqlite3_result_value(context, values[0]);
    };
    const auto step = [](sqlite3_context*, int, sqlite3_value**) {};
    const auto final = [](sqlite3_context* context) { sqlite3_result_int(context, 1); };
    sqlite3_create_function(db, "slug", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, first, nullptr,
                            nullptr);
    sqlite3_create_function(db, "mean", -1, SQLITE_UTF8, nullptr, nullptr, step, final);
    return sqlite3_create_collation(db, "german", SQLITE_UTF8, nullptr,
                                    [](void*, int, const void*, int, const void*) { return 0; });
}

TEST_CASE("a history that uses the application's functions and collations is replayed all the same") {
    const made_history made(
        {{"001",
          {},
          {},
          "CREATE TABLE t (a TEXT COLLATE german);\nCREATE INDEX ix ON t (slug(a));\n"
          "INSERT INTO t VALUES (slug('a'));\nUPDATE t SET a = (SELECT mean(a, 1) FROM t);\n"
          "CREATE INDEX iy ON t (a);",
          "DROP TABLE t;"},
         {"002", {"001"}, {}, "CREATE TABLE u (a);", "DROP TABLE u;"}});
    const made_database db;
    create_functions(db);
    upgrade(db, made, "001");
    CHECK(upgrade(db, made, "head", verifying()).steps.size() == 1);
}

TEST_CASE("a history that cannot be replayed says so") {
    std::vector<spelled_revision> revisions = notes();
    const made_database db;
    upgrade(db, made_history(revisions), "002");
    revisions[1].up += "SELECT * FROM there_is_no_such_table;";
    const error failed = failure_of([&] { upgrade(db, made_history(revisions), "head", verifying()); });
    CHECK(failed.code() == error_code::statement);
    CHECK(contains(failed.what(), "no such table: there_is_no_such_table"));
    CHECK(contains(failed.what(),
                   "\nThe history was replayed in memory, to compare the schema of the database. "
                   "Nothing was changed."));
}

TEST_CASE("the schema of a newer database is left to the policy for it") {
    const made_database db;
    upgrade(db, made_history(versions(3)));
    options chosen = verifying();
    CHECK(failure_of([&] { upgrade(db, made_history(versions(2)), "head", chosen); }).code() ==
          error_code::unknown_revision);
    chosen.on_unknown = unknown_policy::step_back;
    CHECK(upgrade(db, made_history(versions(2)), "head", chosen).unknown == names{"003"});
}

void create_meanwhile(connection& to) {
    sqlite3* const db = handle_of(to);
    made_database(sqlite3_db_filename(db, "main")).run("CREATE TABLE meanwhile (a)");
    CHECK(read_objects(db, "alembic_version").empty());
}

TEST_CASE("a check sees the database as it is at one moment") {
    const made_file file;
    const made_database db(file.path());
    db.run("PRAGMA journal_mode = WAL");
    sqlite_connection(db, {}).at_one_moment(create_meanwhile);
    CHECK(read_objects(db, "alembic_version").size() == 1);
}

} // namespace
TEST_CASE("objects of others are left out by name, by the options and by the history") {
    const made_history made(notes());
    const made_database plain;
    upgrade(plain, made);
    const digested_history digested(made, plain);
    const made_database db;
    upgrade(db, made);
    db.run("CREATE TABLE Agent_seq (id); CREATE INDEX on_it ON Agent_seq (id); CREATE TABLE agents (id);"
           "CREATE INDEX agent_note ON note (title);");
    for (history h : {history(made), history(static_cast<const history&>(digested))}) {
        options chosen = verifying();
        chosen.ignore = {"agent_*", "agent?"};
        CHECK_NOTHROW(upgrade(db, h, "head", chosen));
        h.ignored = "agent_*\0agents\0";
        CHECK_NOTHROW(upgrade(db, h, "head", verifying()));
        h.ignored = "agent_*\0";
        CHECK(drift_of(db, h).find(":\n  table agents comes from no revision\n") != std::string::npos);
    }
}

TEST_CASE("what a revision makes is verified whatever names are left out") {
    const made_history made(notes());
    const made_database db;
    upgrade(db, made);
    db.run("DROP INDEX ix_note_title; ALTER TABLE note ADD COLUMN by_hand TEXT");
    options chosen = verifying();
    chosen.ignore = {"*"};
    const std::string drift = failure_of([&] { upgrade(db, made, "head", chosen); }).what();
    CHECK(drift.find("index ix_note_title is missing") != std::string::npos);
    CHECK(drift.find("table note has") != std::string::npos);
}

} // namespace headway::tests
