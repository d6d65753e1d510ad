#include "rows/made_rows.hpp"

#include "catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace {

using namespace headway::compiler;

/// A database with these objects, and rows that are made up for its last table.
class made_up {
public:
    explicit made_up(const std::string& sql) : database_(":memory:", SQLite::OPEN_READWRITE) {
        database_.exec(sql);
        const schema all = read_schema(database_);
        for (const auto& object : all.objects)
            if (object->kind == object_kind::table) last_ = object.get();
        any = make_rows(database_, all, *last_);
        orphans = value_of("SELECT count(*) FROM pragma_foreign_key_check");
    }
    std::string value_of(const std::string& sql) {
        SQLite::Statement row(database_, sql);
        row.executeStep();
        return row.getColumn(0).getString();
    }
    bool any = false;
    std::string orphans;

private:
    SQLite::Database database_;
    const schema_object* last_ = nullptr;
};

} // namespace

TEST_CASE("twins are made up, a row of defaults and one with no more than it needs") {
    made_up rows(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT, level INT DEFAULT 3)");
    CHECK(rows.any);
    CHECK(rows.value_of("SELECT count(*) FROM t") == "5");
    CHECK(rows.value_of("SELECT max(n) FROM (SELECT count(*) n FROM t GROUP BY name, note, level)") == "2");
    CHECK(rows.value_of("SELECT count(*) FROM t WHERE level = 3") == "3");
    CHECK(rows.value_of("SELECT count(*) FROM t WHERE note IS NULL") == "1");
}

TEST_CASE("constraints that speak of several columns at once are satisfied") {
    made_up rows("CREATE TABLE t (a INTEGER NOT NULL, b INTEGER NOT NULL, kind TEXT NOT NULL,"
                 " CHECK (a + b = 77), CHECK (kind GLOB 'x-[0-9]' OR kind = 'none'))");
    CHECK(rows.any);
    CHECK(rows.value_of("SELECT count(*) >= 3 FROM t") == "1");
}

TEST_CASE("rows are unique where they have to be, in a part or as a whole") {
    made_up rows("CREATE TABLE t (a TEXT NOT NULL UNIQUE CHECK (a IN ('p', 'q', 'r', 's', 't', 'u')), b INT);"
                 "CREATE UNIQUE INDEX ux ON t (b) WHERE b IS NOT NULL");
    CHECK(rows.value_of("SELECT count(*) FROM t") == "5");
}

TEST_CASE("a foreign key of several columns refers to a row that is there") {
    made_up rows("CREATE TABLE p (x TEXT, y INT, PRIMARY KEY (y, x));"
                 "CREATE TABLE c (u INT NOT NULL, v TEXT NOT NULL, FOREIGN KEY (u, v) REFERENCES p)");
    CHECK(rows.value_of("SELECT count(*) FROM c") == "5");
    CHECK(rows.orphans == "0");
}

TEST_CASE("a row refers to itself where it has to refer to a row of its table") {
    made_up rows("CREATE TABLE t (id INTEGER PRIMARY KEY, up INTEGER NOT NULL REFERENCES t (id))");
    CHECK(rows.value_of("SELECT count(*) FROM t") == "5");
    CHECK(rows.orphans == "0");
}

TEST_CASE("one row per row of the parent is made where there can be no more") {
    made_up rows("CREATE TABLE p (id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1), (2);"
                 "CREATE TABLE c (id INTEGER PRIMARY KEY REFERENCES p)");
    CHECK(rows.value_of("SELECT count(*) FROM c") == "2");
    CHECK(rows.orphans == "0");
}

TEST_CASE("rows are made up beside those that are there") {
    made_up rows("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT UNIQUE);"
                 "INSERT INTO t VALUES (7000000000002, 'made up 3')");
    CHECK(rows.value_of("SELECT count(*) FROM t") == "6");
}

TEST_CASE("a conflict clause of the table swallows no row that is made up") {
    made_up rows("CREATE TABLE t (a TEXT NOT NULL UNIQUE ON CONFLICT IGNORE CHECK (length(a) = 1))");
    CHECK(rows.value_of("SELECT count(*) >= 3 FROM t") == "1");
}

TEST_CASE("no row is made up for a table that takes none") {
    made_up rows("CREATE TABLE t (a INT CHECK (a > 1 AND a < 0), b TEXT NOT NULL CHECK (b IS NULL))");
    CHECK_FALSE(rows.any);
}
