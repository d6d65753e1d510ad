#include "schema/schema.hpp"

#include "catch.hpp"
#include "schema/compare.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace headway;
using namespace headway::compiler;

namespace {

const std::string two_tables = "CREATE TABLE t (a COLLATE NOCASE, b); CREATE INDEX i ON t (a);"
                               "CREATE TABLE u (c UNIQUE, d REFERENCES t (a) ON DELETE CASCADE);"
                               "CREATE TRIGGER g AFTER INSERT ON u BEGIN SELECT 1; END;";

struct watched {
    SQLite::Database database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    schema_reader reader;
    schema before;

    explicit watched(const std::string& sql) {
        database.exec(sql);
        before = reader.read(database);
    }
    /// Names of the objects that a reading after `sql` does not share with the one before.
    std::string fresh_after(const std::string& sql) {
        database.exec(sql);
        const schema after = reader.read(database);
        std::string names;
        for (const auto& object : after.objects) {
            if (std::find(before.objects.begin(), before.objects.end(), object) == before.objects.end())
                names += object->name + " ";
        }
        CHECK(compare(read_schema(database), after).empty());
        return names;
    }
};

} // namespace

TEST_CASE("a reading shares with the last one whatever did not change") {
    CHECK(watched(two_tables).fresh_after("") == "");
    CHECK(watched(two_tables).fresh_after("CREATE TABLE w (x)") == "w ");
    CHECK(watched(two_tables).fresh_after("DROP TRIGGER g") == "");
    CHECK(watched(two_tables).fresh_after("DROP TRIGGER g; CREATE INDEX j ON u (d)") == "j ");
    CHECK(watched(two_tables).fresh_after("ALTER TABLE u ADD COLUMN e") == "u ");
    CHECK(watched(two_tables).fresh_after("DROP TABLE u; CREATE TABLE u (c)") == "u ");
}

TEST_CASE("an index takes its collation anew when its table is replaced") {
    watched one("CREATE TABLE t (a COLLATE NOCASE); CREATE INDEX i ON t (a)");
    one.database.exec("PRAGMA writable_schema = ON;"
                      "UPDATE sqlite_schema SET sql = 'CREATE TABLE t (a)' WHERE name = 't';"
                      "PRAGMA writable_schema = RESET");
    CHECK(one.fresh_after("") == "t i ");
}

TEST_CASE("the pragmas' structure of a table is read whole") {
    const watched one(two_tables);
    const schema_object* u = one.before.find(object_kind::table, "U");
    REQUIRE(u != nullptr);
    REQUIRE(u->structure);
    REQUIRE(u->structure->columns.size() == 2);
    CHECK(u->structure->columns[1].name == "d");
    REQUIRE(u->structure->constraints.size() == 1);
    CHECK(u->structure->constraints[0].origin == "u");
    CHECK(u->structure->constraints[0].parts[0].column == "c");
    REQUIRE(u->structure->foreign_keys.size() == 1);
    CHECK(u->structure->foreign_keys[0].on_delete == "CASCADE");
    const schema_object* i = one.before.find(object_kind::index, "i");
    REQUIRE(i != nullptr);
    CHECK(i->index->parts[0].collation == "nocase");
}

TEST_CASE("a view that cannot be read is still part of the schema") {
    const watched one("CREATE VIEW v AS SELECT a FROM nowhere");
    CHECK(one.before.find(object_kind::view, "v") != nullptr);
}
