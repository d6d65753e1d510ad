#include "sql/table_text.hpp"

#include "catch.hpp"

using namespace headway;
using namespace headway::compiler;

TEST_CASE("a table's statement is cut at its outermost commas") {
    const std::string sql = "CREATE TABLE \"t\" ( -- the table\n"
                            "  [a,b] NUMERIC(10, 2) DEFAULT (max(1, 2)), -- the first\n"
                            "  'c' TEXT CHECK (c <> ',') /* the second */,\n"
                            "  CONSTRAINT \"k )\" PRIMARY KEY (c),\n"
                            "  CHECK (c > 1)\n"
                            ") STRICT";
    const table_text table = split_table(sql);
    CHECK(table.head == "CREATE TABLE \"t\" (");
    REQUIRE(table.columns.size() == 2);
    CHECK(table.columns[0].name == "a,b");
    CHECK(table.columns[0].text == "[a,b] NUMERIC(10, 2) DEFAULT (max(1, 2))");
    CHECK(table.columns[1].name == "c");
    CHECK(table.columns[1].text == "'c' TEXT CHECK (c <> ',')");
    CHECK(sql.substr(table.columns[1].begin, 3) == "'c'");
    REQUIRE(table.constraints.size() == 2);
    CHECK(table.constraints[0].name == "k )");
    CHECK(table.constraints[0].text == "CONSTRAINT \"k )\" PRIMARY KEY (c)");
    CHECK(table.constraints[1].name.empty());
    CHECK(table.tail == ") STRICT");
}

TEST_CASE("one line of SQL has no comments and single spaces") {
    CHECK(one_line("  a  (b,\n\t c) -- d\n e/* f */g 'h  i'") == "a (b, c) e g 'h  i'");
}
