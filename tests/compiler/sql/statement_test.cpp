#include "sql/statement.hpp"

#include "catch.hpp"

#include <sqlite3.h>

#include <string>

namespace headway::tests {
using namespace compiler;

TEST_CASE("the first statement ends at its semicolon") {
    CHECK(first_statement("  VACUUM ; SELECT 1;") == "VACUUM ;");
}

TEST_CASE("a statement without a semicolon ends at its last token") {
    CHECK(first_statement("VACUUM -- done\n") == "VACUUM");
    CHECK(first_statement("SELECT 1 /* ; */") == "SELECT 1");
}

TEST_CASE("comments and stray semicolons are no statement") {
    CHECK(first_statement("").empty());
    CHECK(first_statement(";; -- VACUUM;\n /* VACUUM; */ ;").empty());
    CHECK(first_statement(";; VACUUM;") == "VACUUM;");
}

TEST_CASE("a semicolon in a string, name or comment ends nothing") {
    CHECK(first_statement("SELECT ';', \";\", [;], `;` -- ;\n /* ; */; VACUUM;") ==
          "SELECT ';', \";\", [;], `;` -- ;\n /* ; */;");
}

TEST_CASE("a trigger is one statement up to its END") {
    constexpr std::string_view trigger = "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN\n"
                                         "  UPDATE a SET b = CASE WHEN b THEN 1 END; DELETE FROM c; -- END;\n"
                                         "END;";
    CHECK(first_statement(std::string(trigger) + " SELECT 1;") == trigger);
}

TEST_CASE("END is a name elsewhere") {
    CHECK(first_statement("SELECT 1 AS end; SELECT 2;") == "SELECT 1 AS end;");
}

TEST_CASE("a statement is complete where SQLite says so, and not before") {
    for (const std::string_view statement :
         {"CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END;",
          "create temporary trigger t begin ; ; end ;",
          "EXPLAIN QUERY PLAN CREATE TRIGGER t BEGIN SELECT 1; END;", "CREATE TABLE trigger_end (a);",
          "CREATE TEMP TABLE t (a);", "EXPLAIN SELECT 1;", "CREATE UNIQUE INDEX trigger ON t (a);",
          "CREATE TRIGGER t BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; END -- ;\n;",
          "CREATE TRIGGER t BEGIN SELECT 1; END END; END;"}) {
        CAPTURE(statement);
        const std::string script = std::string(statement) + " SELECT 2;";
        std::size_t end = script.find(';') + 1;
        while (sqlite3_complete(script.substr(0, end).c_str()) == 0)
            end = script.find(';', end) + 1;
        CHECK(first_statement(script) == script.substr(0, end));
    }
}

TEST_CASE("the statements of a script end at their last tokens, and go on behind their semicolons") {
    const std::string script = "-- one\nSELECT 1 /* x */ ; ;\nCREATE TRIGGER t BEGIN SELECT 1; END;\nVACUUM";
    std::string found;
    std::size_t behind = 0;
    for (const script_span& each : find_statements(script)) {
        found.append(each.in(script)).append("|");
        CHECK(each.begin >= behind);
        behind = each.next;
    }
    CHECK(found == "SELECT 1|CREATE TRIGGER t BEGIN SELECT 1; END|VACUUM|");
    CHECK(behind == script.size());
}

} // namespace headway::tests
