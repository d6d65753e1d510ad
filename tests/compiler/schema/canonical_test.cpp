#include "schema/canonical.hpp"

#include "catch.hpp"
#include "schema/compare.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <memory>
#include <random>
#include <utility>

using namespace headway;
using namespace headway::compiler;

namespace {

schema load(const std::string& sql) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(sql);
    return read_schema(database);
}

std::string names(const schema& of) {
    std::string result;
    for (const schema_object* each : in_canonical_order(of))
        result += each->name + " ";
    return result;
}

} // namespace

TEST_CASE("what is referred to comes first, and then the order is that of names") {
    CHECK(names(load("CREATE TABLE c (a REFERENCES z); CREATE TABLE B (a); CREATE TABLE a (a REFERENCES b);"
                     "CREATE TABLE z (a);")) == "B a z c ");
}

TEST_CASE("tables come with their indexes, virtual ones behind others, then views, then triggers") {
    CHECK(names(load(
              "CREATE TABLE t (a); CREATE VIRTUAL TABLE f USING fts5(a); CREATE VIEW x AS SELECT * FROM y;"
              "CREATE VIEW y AS SELECT * FROM t; CREATE INDEX j ON t (a); CREATE INDEX i ON t (a);"
              "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END; CREATE TABLE u (a);"
              "CREATE INDEX h ON u (a);")) == "t i j u h f y x g ");
}

TEST_CASE("tables that refer to each other in a circle, or to themselves, are each written once") {
    CHECK(names(load("CREATE TABLE b (a REFERENCES c); CREATE TABLE a (a REFERENCES b REFERENCES a);"
                     "CREATE TABLE c (a REFERENCES a);")) == "c b a ");
}

TEST_CASE("a chain of references may be as long as it likes") {
    // SQLite takes a minute to create so many tables.
    const schema two = load("CREATE TABLE t0 (a); CREATE TABLE t1 (a REFERENCES t0);");
    schema chain{{two.objects.front()}};
    for (int i = 1; i < 20'000; ++i) {
        auto next = std::make_shared<schema_object>(*two.objects.back());
        next->name = next->table = "t" + std::to_string(i);
        next->structure->foreign_keys.front().table = "t" + std::to_string(i - 1);
        chain.objects.push_back(std::move(next));
    }
    const auto order = in_canonical_order(chain);
    REQUIRE(order.size() == 20'000);
    CHECK(order.front()->name == "t0");
    CHECK(order.back()->name == "t19999");
}

TEST_CASE("the text does not depend on the order of creation, and loads as the same schema") {
    std::vector<std::string> statements{
        "CREATE TABLE a (x INTEGER PRIMARY KEY, y REFERENCES b);",
        "CREATE TABLE b (x PRIMARY KEY, y REFERENCES c) WITHOUT ROWID;",
        "CREATE TABLE c (x PRIMARY KEY -- the key\n);",
        "CREATE TABLE d (x, y AS (x + 1) STORED);",
        "CREATE VIEW v AS SELECT * FROM w -- a comment that would take the semicolon\n;",
        "CREATE VIEW w AS SELECT 1 AS x /* and another */;",
    };
    const std::string expected = render_schema(load("CREATE TABLE e (x);")) + "\n";
    std::string first;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        std::shuffle(statements.begin(), statements.end(), std::mt19937(seed));
        std::string sql;
        for (const std::string& each : statements)
            sql += each;
        const schema made = load(sql);
        const std::string text = render_schema(made);
        if (first.empty()) first = text;
        CHECK(text == first);
        const schema again = load(text);
        CHECK(compare(made, again).empty());
        CHECK(render_schema(again) == text);
    }
    CHECK(expected == "CREATE TABLE e (x);\n\n");
}

TEST_CASE("a statement ends with its last token") {
    CHECK(complete_statement("CREATE INDEX i ON t (a) -- why\n") == "CREATE INDEX i ON t (a);");
    CHECK(complete_statement("CREATE VIEW v AS SELECT '--' /* open") == "CREATE VIEW v AS SELECT '--';");
    CHECK(complete_statement("CREATE TABLE t (a /* kept */)") == "CREATE TABLE t (a /* kept */);");
}

TEST_CASE("a table that was renamed is printed like one that was created") {
    const schema renamed =
        load("CREATE TABLE t_new (a PRIMARY KEY, b DEFAULT \"t\"); CREATE TABLE u (a REFERENCES t_new);"
             "CREATE INDEX i ON t_new (b); CREATE VIEW v AS SELECT * FROM u JOIN t_new ON \"t_new\".a = u.a;"
             "CREATE TRIGGER g AFTER UPDATE OF a ON t_new BEGIN UPDATE t_new SET b = 'on'; END;"
             "CREATE TABLE \"two words_new\" (a);"
             "ALTER TABLE t_new RENAME TO t; ALTER TABLE \"two words_new\" RENAME TO \"two words\";");
    CHECK(render_schema(renamed) ==
          "CREATE TABLE t (a PRIMARY KEY, b DEFAULT \"t\");\nCREATE INDEX i ON t (b);\n\n"
          "CREATE TABLE \"two words\" (a);\n\nCREATE TABLE u (a REFERENCES t);\n\n"
          "CREATE VIEW v AS SELECT * FROM u JOIN t ON \"t\".a = u.a;\n\n"
          "CREATE TRIGGER g AFTER UPDATE OF a ON t BEGIN UPDATE t SET b = 'on'; END;\n");
}
