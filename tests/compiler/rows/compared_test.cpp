#include "rows/compared.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;
namespace {

using literals = std::map<std::string, std::vector<std::string>>;

} // namespace

TEST_CASE("a script tells with what it compares columns") {
    CHECK(compared_literals("DELETE FROM reader WHERE r.Left_At < '2020' AND active = 0") ==
          literals{{"active", {"0"}}, {"left_at", {"'2020'"}}});
    CHECK(compared_literals("SELECT 1 WHERE \"a b\" NOT IN ('x', -2, +3) OR n >= -5 OR m <> 6") ==
          literals{{"a b", {"'x'", "-2", "+3"}}, {"n", {"-5"}}, {"m", {"6"}}});
    CHECK(compared_literals("UPDATE t SET a = b WHERE c = FALSE") == literals{{"c", {"FALSE"}}});
    CHECK(compared_literals("CHECK (state LIKE 'o%' AND state IS NOT 'p')") == literals{{"state", {"'o%'"}}});
}

TEST_CASE("what is computed, listed or inserted is compared with nothing") {
    CHECK(compared_literals("INSERT INTO t (a, b) VALUES (1, 'x'); SELECT length(c) > 5, 7 = 7").empty());
    CHECK(compared_literals("SELECT a IN (SELECT b), 4, 'x' FROM t").empty());
}

TEST_CASE("of a long list a few are enough") {
    CHECK(compared_literals("a IN (1, 2, 3, 4, 5, 6, 7)") == literals{{"a", {"1", "2", "3", "4"}}});
}

} // namespace headway::tests
