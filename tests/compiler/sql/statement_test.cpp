#include "sql/statement.hpp"

#include "catch.hpp"

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

} // namespace headway::tests
