#include "diagnostics/rule_levels.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;

TEST_CASE("a project judges a rule otherwise, and the last word counts") {
    rule_levels levels;
    CHECK(levels.set("drop-table=error").empty());
    CHECK(levels.set("drop-column=off").empty());
    CHECK(levels.judge(rule::drop_table, severity::warning) == severity::error);
    CHECK_FALSE(levels.judge(rule::drop_column, severity::warning).has_value());
    CHECK(levels.judge(rule::cascade, severity::note) == severity::note);
    CHECK(levels.set("drop-table=note").empty());
    CHECK(levels.judge(rule::drop_table, severity::warning) == severity::note);
}

TEST_CASE("a level that cannot be set says why") {
    rule_levels levels;
    CHECK(levels.set("drop-tabel=off") == "there is no rule `drop-tabel`; did you mean `drop-table`?");
    CHECK(levels.set("drop-table") ==
          "`` is no level of rule `drop-table`: write drop-table=error, =warning, "
          "=note or =off");
    CHECK(levels.set("sql-error=off") == "rule `sql-error` is always an error");
}

} // namespace headway::tests
