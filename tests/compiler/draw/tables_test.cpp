#include "draw/tables.hpp"

#include "catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace headway;
using namespace headway::compiler;

namespace {

tables_picture load(const std::string& sql) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(sql);
    return picture_of(read_schema(database), "Test");
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("columns are keys as SQLite has them") {
    const tables_picture drawn = load("CREATE TABLE p (a, b, PRIMARY KEY (b, a));"
                                      "CREATE TABLE t (x INTEGER PRIMARY KEY, y UNIQUE, z NOT NULL, "
                                      "w, v REFERENCES t); CREATE UNIQUE INDEX i ON t (w) WHERE w > 0;");
    const drawn_table& t = drawn.tables.at(1);
    CHECK(t.columns.at(0).primary_key);
    CHECK(t.columns.at(1).unique);
    CHECK(t.columns.at(2).not_null);
    CHECK(!t.columns.at(3).unique); // some rows only
    CHECK(t.columns.at(4).foreign_key);
    CHECK(t.columns.at(4).definition == "v REFERENCES t");
    CHECK(drawn.tables.at(0).columns.at(1).primary_key);
}

TEST_CASE("references lead to the columns they name, or to the primary key in its order") {
    const tables_picture drawn =
        load("CREATE TABLE p (a, b, c UNIQUE, PRIMARY KEY (b, a));"
             "CREATE TABLE t (x NOT NULL, y NOT NULL, z UNIQUE, FOREIGN KEY (x, y) REFERENCES P,"
             " FOREIGN KEY (z) REFERENCES p (C), FOREIGN KEY (x) REFERENCES gone);");
    REQUIRE(drawn.references.size() == 2);
    for (const drawn_reference& each : drawn.references) {
        const bool by_key = each.from_columns.size() == 2;
        CHECK(each.to_columns == (by_key ? std::vector<std::size_t>{1, 0} : std::vector<std::size_t>{2}));
        CHECK(each.optional == !by_key);
        CHECK(each.single == !by_key);
    }
}

TEST_CASE("names that each format would misread are escaped") {
    const tables_picture drawn = load(R"(CREATE TABLE "a<b"">&" ("c d" "x""y", "1%" INT);)");
    const std::string svg = draw_svg(drawn);
    CHECK(contains(svg, ">a&lt;b&quot;&gt;&amp;</text>"));
    CHECK(!contains(svg, "a<b"));
    const std::string dot = draw_dot(drawn);
    CHECK(contains(dot, "<b>a&lt;b&quot;&gt;&amp;</b>"));
    const std::string mermaid = draw_mermaid(drawn);
    CHECK(contains(mermaid, "    \"a<b_>&\" {\n        x_y c_d\n        INT x1_\n    }\n"));
}
