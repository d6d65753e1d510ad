#include "diff/renaming.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;
namespace {

side schema(const char* sql) {
    return {sql, {}, {}};
}

std::vector<std::string> text(const std::vector<renaming>& all) {
    std::vector<std::string> result;
    for (const renaming& one : all)
        result.push_back(one.table + "." + one.column + " from " + one.from);
    return result;
}

struct outcome {
    std::vector<std::string> pending;
    std::vector<refusal> refusals;
};

outcome pending(const std::vector<renaming>& wanted, const char* before, const char* after) {
    outcome result;
    result.pending = text(pending_renamings(wanted, schema(before), schema(after), result.refusals));
    return result;
}

} // namespace

TEST_CASE("a renaming that was done before is not done again") {
    const outcome seen =
        pending({{"b", "", "a"}, {"b", "y", "x"}}, "CREATE TABLE b (y);", "CREATE TABLE b (y);");
    CHECK(seen.pending.empty());
    CHECK(seen.refusals.empty());
}

TEST_CASE("a column is looked for in the table as it was called") {
    const outcome seen =
        pending({{"b", "", "a"}, {"b", "y", "x"}}, "CREATE TABLE a (x);", "CREATE TABLE b (y);");
    CHECK(seen.pending == std::vector<std::string>{"b. from a", "b.y from x"});
    CHECK(seen.refusals.empty());
}

TEST_CASE("a renaming whose old name stays, or whose both names were there, is refused") {
    const outcome stays =
        pending({{"b", "", "a"}}, "CREATE TABLE a (x);", "CREATE TABLE a (x); CREATE TABLE b (x);");
    REQUIRE(stays.refusals.size() == 1);
    CHECK(stays.refusals[0].message.find("still in the schema") != std::string::npos);
    const outcome both = pending({{"t", "y", "x"}}, "CREATE TABLE t (x, y);", "CREATE TABLE t (y);");
    REQUIRE(both.refusals.size() == 1);
    CHECK(both.refusals[0].message.find("Remove the hint") != std::string::npos);
    CHECK(both.pending.empty());
}

TEST_CASE("a name that was never there is refused, unless the whole table is new") {
    CHECK(pending({{"t", "y", "x"}}, "CREATE TABLE t (z);", "CREATE TABLE t (z, y);").refusals.size() == 1);
    CHECK(pending({{"t", "y", "x"}}, "", "CREATE TABLE t (y);").refusals.empty());
}

TEST_CASE("a renaming in case alone takes the spelling that is there") {
    const outcome seen = pending({{"T", "", "t"}}, "CREATE TABLE t (x);", "CREATE TABLE T (x);");
    CHECK(seen.pending == std::vector<std::string>{"T. from t"});
    CHECK(pending({{"T", "", "t"}}, "CREATE TABLE T (x);", "CREATE TABLE T (x);").pending.empty());
}

TEST_CASE("the inverse of renamings speaks of tables as they were called before") {
    CHECK(text(inverse({{"b", "", "a"}, {"b", "y", "x"}})) ==
          std::vector<std::string>{"a. from b", "a.x from y"});
}

TEST_CASE("what is gone and came with the same definition was perhaps renamed") {
    CHECK(text(likely_renamings(schema("CREATE TABLE t (a TEXT NOT NULL, b INTEGER);"),
                                schema("CREATE TABLE t (z TEXT NOT NULL, b INTEGER);"))) ==
          std::vector<std::string>{"t.z from a"});
    CHECK(text(likely_renamings(schema("CREATE TABLE old (a, b);"), schema("CREATE TABLE new (a, b);"))) ==
          std::vector<std::string>{"new. from old"});
    CHECK(
        likely_renamings(schema("CREATE TABLE t (a TEXT);"), schema("CREATE TABLE t (z INTEGER);")).empty());
}

TEST_CASE("of two new columns that fit one that is gone none is guessed") {
    CHECK(likely_renamings(schema("CREATE TABLE t (a TEXT);"), schema("CREATE TABLE t (y TEXT, z TEXT);"))
              .empty());
}

} // namespace headway::tests
