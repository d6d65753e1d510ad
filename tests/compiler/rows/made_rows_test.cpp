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
                 "INSERT INTO t VALUES (100103, 'made up code 104')");
    CHECK(rows.value_of("SELECT count(*) FROM t") == "8");
}

TEST_CASE("rows that have to differ do so in the case of letters or in a blank alone") {
    made_up rows("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT UNIQUE)");
    const auto pairs = [&](const std::string& alike) {
        return rows.value_of("SELECT count(*) FROM t AS a JOIN t AS b ON a.code <> b.code AND " + alike);
    };
    CHECK(pairs("a.code = upper(b.code)") == "1");
    CHECK(pairs("a.code = b.code || ' '") == "1");
}

TEST_CASE("a conflict clause of the table swallows no row that is made up") {
    made_up rows("CREATE TABLE t (a TEXT NOT NULL UNIQUE ON CONFLICT IGNORE CHECK (length(a) = 1))");
    CHECK(rows.value_of("SELECT count(*) >= 3 FROM t") == "1");
}

TEST_CASE("no two columns hold the same in all rows, so that values show where they come from") {
    made_up rows(
        "CREATE TABLE p (id INTEGER PRIMARY KEY);"
        "CREATE TABLE t (a TEXT, b TEXT, day DATE, night DATE, x INT NOT NULL UNIQUE, y INT UNIQUE,"
        " open INTEGER NOT NULL CHECK (open IN (0, 1)), shown INTEGER NOT NULL CHECK (shown IN (0, 1)),"
        " sold INTEGER NOT NULL CHECK (sold IN (0, 1)), low TEXT NOT NULL CHECK (low IN ('l', 'h')),"
        " high TEXT NOT NULL CHECK (high IN ('l', 'h')), r REAL, s REAL,"
        " mine INTEGER NOT NULL REFERENCES p (id), yours INTEGER NOT NULL REFERENCES p (id))");
    for (const std::string pair :
         {"a IS NOT b", "day IS NOT night", "x IS NOT y", "open <> shown", "open <> sold", "shown <> sold",
          "low <> high", "r IS NOT s", "mine <> yours"}) {
        INFO(pair);
        CHECK(rows.value_of("SELECT count(*) > 0 FROM t WHERE " + pair) == "1");
    }
    CHECK(rows.orphans == "0");
}

TEST_CASE("rowids that no column shows are not in sequence from 1") {
    made_up rows("CREATE TABLE t (name TEXT PRIMARY KEY)");
    CHECK(rows.value_of("SELECT min(rowid) > 1000 FROM t") == "1");
    made_up without("CREATE TABLE t (rowid TEXT, oid TEXT, _rowid_ TEXT)"); // none that has a name
    CHECK(without.any);
}

TEST_CASE("no row is made up for a table that takes none") {
    made_up rows("CREATE TABLE t (a INT CHECK (a > 1 AND a < 0), b TEXT NOT NULL CHECK (b IS NULL))");
    CHECK_FALSE(rows.any);
}

TEST_CASE("times and documents are made up where a CHECK, a type or a default asks for them") {
    made_up rows("CREATE TABLE t (a TEXT NOT NULL CHECK (a IS datetime(a)),"
                 " b TEXT NOT NULL UNIQUE CHECK (b GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-*' AND date(b) = b),"
                 " c TEXT DEFAULT CURRENT_TIMESTAMP, d TEXT NOT NULL CHECK (json_type(d) = 'array'), e JSON,"
                 " f TEXT DEFAULT '[]')");
    CHECK(rows.any);
    CHECK(rows.value_of("SELECT count(*) >= 3 FROM t") == "1");
    CHECK(rows.value_of("SELECT count(*) FROM t WHERE julianday(c) IS NULL AND c IS NOT NULL") == "0");
    CHECK(rows.value_of("SELECT count(*) FROM t WHERE NOT json_valid(coalesce(e, 1))") == "0");
    CHECK(rows.value_of("SELECT count(*) FROM t WHERE NOT json_valid(coalesce(f, 1))") == "0");
}

TEST_CASE("a text is made up that a pattern fits") {
    made_up rows("CREATE TABLE t (a TEXT NOT NULL CHECK (a GLOB '[A-Z][A-Z]-[0-9]??*'),"
                 " b TEXT NOT NULL CHECK (b LIKE 'x_y%z'))");
    CHECK(rows.any);
}

TEST_CASE("rows refer to different parents") {
    made_up rows("CREATE TABLE p (id INTEGER PRIMARY KEY);"
                 "CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER NOT NULL REFERENCES p)");
    CHECK(rows.value_of("SELECT count(DISTINCT p) FROM c") == "3");
    CHECK(rows.value_of("SELECT max(n) FROM (SELECT count(*) n FROM c GROUP BY p)") == "2");
}

TEST_CASE("rows of two tables have no key in common") {
    made_up rows("CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT UNIQUE);"
                 "CREATE TABLE b (id INTEGER PRIMARY KEY, name TEXT UNIQUE, a INTEGER REFERENCES a)");
    CHECK(rows.value_of("SELECT count(*) FROM a JOIN b ON a.id = b.id OR a.name = b.name") == "0");
}
