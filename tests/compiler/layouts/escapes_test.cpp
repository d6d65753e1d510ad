#include "layouts/escapes.hpp"

#include "layouts/naming.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;
namespace {

/// What is left of a file's SQL, with the lines that it stands on, and what was said.
struct taken {
    std::string sql;
    bool transaction;
    std::string counted;
    std::string complaints;
};

taken take(std::string_view sql, bool transaction = true) {
    loaded_file file{"1.sql", std::make_shared<source_text>(source_text{"1.sql", std::string(sql)}), {}};
    step_part part = whole(file, transaction);
    escape_counts counts{};
    diagnostics found;
    take_escapes(part, {"books"}, counts, found);
    return {std::string(part.body), part.transaction, describe(counts), found.render()};
}

} // namespace

TEST_CASE("a transaction around a file is left out, and all else stays at its place") {
    const taken one = take("BEGIN;\nCREATE TABLE a (x);\nCOMMIT;\n");
    CHECK(one.sql == "CREATE TABLE a (x);");
    CHECK(one.counted == "BEGIN with COMMIT, or SAVEPOINT with RELEASE (1 section)");
    CHECK(take("begin immediate transaction; SELECT 1; end transaction;").sql.find("SELECT 1;") !=
          std::string::npos);
    CHECK(take("SAVEPOINT a; SAVEPOINT b; SELECT 1; RELEASE b; RELEASE SAVEPOINT a").complaints.empty());
}

TEST_CASE("the BEGIN and END of a trigger are no transaction") {
    const std::string trigger = "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM b;\nEND;";
    CHECK(take(trigger).sql == trigger);
    CHECK(take(trigger).counted.empty());
    CHECK(take("BEGIN;\n" + trigger + "\nCOMMIT;").sql == trigger);
}

TEST_CASE("PRAGMA foreign_keys is left out, other pragmas stay or are refused") {
    CHECK(take("PRAGMA foreign_keys = OFF;\nSELECT 1;").sql == "SELECT 1;");
    CHECK(take("PRAGMA main.foreign_keys(0);\nSELECT 1;").sql == "SELECT 1;");
    CHECK(take("PRAGMA user_version = 3;").sql == "PRAGMA user_version = 3;");
    CHECK(take("PRAGMA legacy_alter_table = ON;").complaints.empty());
    CHECK(take("PRAGMA journal_mode = WAL;").complaints.find("[pragma]") != std::string::npos);
}

TEST_CASE("what writes the tool's own rows is left out") {
    for (const char* sql :
         {"INSERT INTO books VALUES (1);", "insert or replace into main.Books (a) values (1);",
          "REPLACE INTO \"books\" VALUES (1);", "UPDATE OR IGNORE main . [books] SET a = 1;",
          "DELETE FROM books WHERE a < 2"}) {
        CAPTURE(sql);
        CHECK(take(sql).sql.empty());
        CHECK(take(sql).counted == "the tool's own version row (1 section)");
    }
    for (const char* sql : {"INSERT INTO shelf SELECT * FROM books;", "UPDATE books2 SET a = 1;",
                            "INSERT INTO a.books_of_mine VALUES (1);", "SELECT * FROM books;",
                            "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM books; END;"}) {
        CAPTURE(sql);
        CHECK(take(sql).sql == sql);
    }
}

TEST_CASE("what begins or ends a transaction alone is refused") {
    for (const char* sql :
         {"BEGIN;", "COMMIT;", "ROLLBACK;", "SAVEPOINT a; RELEASE b;", "BEGIN; ROLLBACK;"}) {
        CAPTURE(sql);
        CHECK(take(sql).complaints.find("[transaction-control]") != std::string::npos);
    }
}

TEST_CASE("a step without a transaction gets one, unless it is a statement that cannot be in one") {
    CHECK(take("ALTER TABLE a ADD b; UPDATE a SET b = 1;", false).transaction);
    CHECK(take("ALTER TABLE a ADD b;", false).counted == "to run without a transaction (1 section)");
    CHECK_FALSE(take("VACUUM;", false).transaction);
    CHECK_FALSE(take("PRAGMA journal_mode = WAL", false).transaction);
    CHECK(take("VACUUM;", false).counted.empty());
    CHECK(take("VACUUM; SELECT 1;", false).transaction);
}

} // namespace headway::tests
