// What Headway::testing says of histories, and the databases that it makes.
#include "headway/testing.hpp"

#include "catch.hpp"
#include "headway/migration.hpp"
#include "made_database.hpp"
#include "made_history.hpp"
#include "made_shop.hpp"

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace headway::tests {
namespace {

constexpr const char* make_note = "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT);";

/// What the proof of a history prints.
std::string proof_of(const history& h, int errors, testing::setup* prepare = nullptr) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out(std::tmpfile(), &std::fclose);
    testing::request asked;
    asked.prepare = prepare;
    CHECK(testing::prove(h, asked, out.get()) == errors);
    std::string text(static_cast<std::size_t>(std::ftell(out.get())), '\0');
    std::rewind(out.get());
    REQUIRE(std::fread(text.data(), 1, text.size(), out.get()) == text.size());
    return text;
}

void says(const std::string& printed, const std::string& part) {
    INFO(printed);
    CHECK(contains(printed, part));
}

std::string proof_of_second(const std::string& up, const std::string& down, int errors,
                            testing::setup* prepare = nullptr) {
    return proof_of(
        made_history({{"001", {}, {}, make_note, "DROP TABLE note;"}, {"002", {"001"}, {}, up, down}}),
        errors, prepare);
}

/// SELECT make() makes a table.
void can_make(sqlite3* db) {
    const auto make = [](sqlite3_context* context, int, sqlite3_value**) {
        sqlite3_exec(sqlite3_context_db_handle(context), "CREATE TABLE made (id)", nullptr, nullptr, nullptr);
    };
    sqlite3_create_function(db, "make", 0, SQLITE_UTF8, nullptr, make, nullptr, nullptr);
}

/// 002 in C++, with a twin or without.
std::string proof_of_code(migration_function* upgrade, migration_function* downgrade, const std::string& up,
                          const std::string& down, int errors) {
    spelled_revision second{"002", {"001"}, {}, up, down};
    second.upgrade = upgrade;
    second.downgrade = downgrade;
    return proof_of(made_history({{"001", {}, {}, make_note, "DROP TABLE note;"}, second}), errors);
}

void add_title(migration& db) {
    db.execute("ALTER TABLE note ADD COLUMN title TEXT");
}
void drop_title(migration& db) {
    db.execute("ALTER TABLE note DROP COLUMN title");
}
void do_nothing(migration&) {}

} // namespace

TEST_CASE("a test gets a database at any revision, and copies of it that go their own ways") {
    const made_history history(
        {{"001", {}, {}, make_note, ""}, {"002", {"001"}, {}, "CREATE TABLE tag (id);", ""}});
    const testing::database first(history, "001");
    CHECK(current(first) == names{"001"});
    CHECK(sqlite3_exec(first, "INSERT INTO note VALUES (1, 'kept')", nullptr, nullptr, nullptr) == SQLITE_OK);
    const testing::database other = first.copy();
    CHECK(upgrade(other, history).steps.size() == 1);
    CHECK(sqlite3_exec(other, "DELETE FROM note", nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(current(first) == names{"001"});
    CHECK(sqlite3_exec(first, "UPDATE note SET body = 'still' WHERE id = 1", nullptr, nullptr, nullptr) ==
          SQLITE_OK);
    CHECK(sqlite3_changes(first) == 1);
    CHECK(current(testing::database(history)) == names{"002"});
}

TEST_CASE("databases for tests are made once and copied, and go their own ways") {
    const auto run = [](sqlite3* db, const std::string& sql) {
        return sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
    };
    // Tables of other histories may lie where these do.
    for (const std::string name : {"one", "two"}) {
        const made_history history({{"001", {}, {}, "CREATE TABLE " + name + " (id);", ""},
                                    {"002", {"001"}, {}, "CREATE TABLE more (id);", ""}});
        const testing::database first(history);
        CHECK(run(first, "INSERT INTO " + name + " VALUES (1); DROP TABLE more") == SQLITE_OK);
        const testing::database second(history);
        CHECK(run(second, "INSERT INTO more SELECT id FROM " + name) == SQLITE_OK);
        CHECK(sqlite3_total_changes(second) == 0);
        CHECK(current(testing::database(history, "001")) == names{"001"});
        CHECK(run(testing::database(history, "head", &can_make), "SELECT make()") == SQLITE_OK);
        CHECK(run(testing::database(history), "SELECT make()") == SQLITE_ERROR);
    }
}

TEST_CASE("the proof in the program finds what does not come back") {
    says(proof_of_second("CREATE INDEX ix ON note (body);", "DROP INDEX ix;", 0),
         "2 revisions proven in the program, with SQLite 3.");
    says(proof_of_second("CREATE INDEX ix ON note (body);", "SELECT 1;", 1),
         "002_made.sql:10:1: error: down does not undo up: index ix is left behind [round-trip]\n");
    says(proof_of_second("SELECT 1;", "DROP TABLE note;", 1),
         "002_made.sql:10:1: error: down does not undo up: table note is not restored [round-trip]\n");
    says(proof_of_second("CREATE INDEX ix ON note (bdy);", "DROP INDEX ix;", 1),
         "002_made.sql:5:26: error: no such column: bdy [sql-error]\n");
}

TEST_CASE("the proof in the program knows the schema after whatever a step does") {
    const std::string more = "CREATE INDEX ix ON note (body); CREATE VIEW v AS SELECT 1;";
    const std::string less = "DROP VIEW v; DROP INDEX ix;";
    says(proof_of_second(less + more, "SELECT 1;", 1), "no such view: v");
    says(proof_of_second(more + less + more, less, 0), "2 revisions");
    says(proof_of_second(more, less + "CREATE INDEX ix ON note (id);", 1), "index ix is left behind");
    says(proof_of_second("SELECT make();", "DROP TABLE made;", 0, &can_make), "2 revisions");
    says(proof_of_second("SELECT make();", "SELECT 1;", 1, &can_make), "table made is left behind");

    // What belongs to a table goes with it, and what is new takes its place among the rows of the schema.
    const std::string tag = "CREATE TABLE tag (id INTEGER PRIMARY KEY); ";
    const std::string watch = "CREATE TRIGGER tr AFTER INSERT ON tag BEGIN SELECT 1; END;";
    const auto remade = [&](const std::string& down, const std::string& last_down, int errors) {
        return proof_of(made_history({{"001", {}, {}, make_note, "DROP TABLE note;"},
                                      {"002", {"001"}, {}, tag + watch, "DROP TABLE tag;"},
                                      {"003", {"002"}, {}, "DROP TABLE tag;", down},
                                      {"004", {"003"}, {}, "CREATE TABLE next (id);", last_down}}),
                        errors);
    };
    says(remade(tag + watch, "DROP TABLE next;", 0), "4 revisions");
    says(remade(tag, "DROP TABLE next;", 1), "down does not undo up: trigger tr is not restored");
    says(remade(tag + watch, "SELECT 1;", 1), "down does not undo up: table next is left behind");
}

TEST_CASE("the proof in the program finds rows that are lost, and none that are deleted") {
    const std::string remade =
        "CREATE TABLE n (id INTEGER PRIMARY KEY, body TEXT); INSERT INTO n SELECT * FROM note ";
    const std::string renamed = "; DROP TABLE note; ALTER TABLE n RENAME TO note;";
    says(proof_of_second(remade + renamed, "SELECT 1;", 0), "2 revisions");
    says(proof_of_second(remade + "LIMIT 1" + renamed, "SELECT 1;", 1),
         "002_made.sql:5:1: error: table note has 1 of the 3 rows that it had before [rows-lost]\n");
    says(proof_of_second("DELETE FROM note WHERE id > 1;", "SELECT 1;", 0), "2 revisions");
}

TEST_CASE("the proof in the program compares rows by value") {
    const auto remade = [](const std::string& fill, int errors) {
        return proof_of(
            made_history({{"001",
                           {},
                           {},
                           "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT, title TEXT);",
                           "DROP TABLE note;"},
                          {"002",
                           {"001"},
                           {},
                           "CREATE TABLE n (id INTEGER PRIMARY KEY, title TEXT, body TEXT); " + fill +
                               " FROM note; DROP TABLE note; ALTER TABLE n RENAME TO note;",
                           "",
                           irreversible}}),
            errors);
    };
    says(remade("INSERT INTO n (id, body, title) SELECT id, body, title", 0), "2 revisions");
    says(remade("INSERT INTO n SELECT *", 1), "002_made.sql:5:1: error: values of table note are in other "
                                              "columns: body has what was in title, title has "
                                              "what was in body [values-moved]\n");
    says(remade("INSERT INTO n SELECT id + 10, title, body", 1),
         "002_made.sql:5:1: error: rows of table note have other values of id [renumbered]\n");
    says(proof_of_second("ALTER TABLE note ADD COLUMN title TEXT; UPDATE note SET title = body, body = NULL;",
                         "ALTER TABLE note DROP COLUMN title;", 0),
         "2 revisions");
}

TEST_CASE("the proof in the program upgrades databases at each revision, which become what new ones become") {
    says(proof_of_second("CREATE INDEX ix ON note (body);", "DROP INDEX ix;", 0),
         "up, down and up again; databases at each of them upgraded to the head\n");
    const auto depend_on_rows = [](migration& db) {
        db.query("SELECT 1 FROM note LIMIT 1", [&](const row&) { db.execute("CREATE TABLE extra (id)"); });
    };
    const auto drop_extra = [](migration& db) { db.execute("DROP TABLE extra"); };
    says(proof_of_code(depend_on_rows, drop_extra, "CREATE TABLE extra (id);", "DROP TABLE extra;", 1),
         "001_made.sql:5:1: error: a database at this revision does not become what a new one becomes: table "
         "extra is new [upgrade]\n");
}

TEST_CASE("the proof in the program compares what C++ does with what its twin says") {
    const std::string up = "ALTER TABLE note ADD COLUMN title TEXT;";
    const std::string down = "ALTER TABLE note DROP COLUMN title;";
    says(proof_of_code(add_title, drop_title, up, down, 0), "2 revisions proven");
    says(proof_of_code(add_title, drop_title, "", "", 2),
         "002_made.sql:5:1: error: upgrade() changes the schema, and there is no "
         "002_made.schema.sql that says "
         "how: table note has");
    says(proof_of_code(do_nothing, do_nothing, up, down, 2),
         "002_made.schema.sql:1:1: error: this is not what upgrade() of 002_made.sql does: table note has");
    says(proof_of_code(add_title, do_nothing, up, down, 2), "[round-trip]");
}

TEST_CASE("the proof in the program applies branches in either order") {
    const auto branches = [](const std::string& left, const std::string& right) {
        return made_history({{"001", {}, {}, make_note, "DROP TABLE note;"},
                             {"002", {"001"}, {}, left, "", irreversible},
                             {"003", {"001"}, {}, right, "", irreversible},
                             {"004", {"002", "003"}, {}}});
    };
    says(proof_of(branches("UPDATE note SET body = '';", "SELECT 1;"), 0), "4 revisions");
    says(proof_of(branches("CREATE TABLE IF NOT EXISTS tag (a);", "CREATE TABLE IF NOT EXISTS tag (b);"), 1),
         "004_made.sql:5:1: error: the branches that merge here give different schemas in different orders: "
         "table tag has `( b )` instead of `( a )` [confluence]\n");
}

} // namespace headway::tests
