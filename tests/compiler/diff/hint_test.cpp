#include "diff/hint.hpp"

#include "diff/side.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;
namespace {

struct reading {
    hints found;
    std::vector<refusal> refusals;
};

reading read(const std::string& sql) {
    reading result;
    const side schema(sql, {}, {});
    result.found = read_hints(schema.text(), result.refusals);
    return result;
}

std::string refused(const std::string& sql) {
    const reading seen = read(sql);
    REQUIRE(seen.refusals.size() == 1);
    CHECK(seen.refusals[0].broken == rule::hint);
    CHECK(sql.compare(seen.refusals[0].offset, 2, "--") == 0);
    return seen.refusals[0].message;
}

} // namespace

TEST_CASE("hints stand on the line of a column, or above it") {
    const reading seen = read("-- @renamed from=\"old table\"\n"
                              "CREATE TABLE t (\n"
                              "    a TEXT, -- @renamed from=x\n"
                              "    -- @renamed from=[y z]\n"
                              "    b TEXT, /* @backfill upper(a) */\n"
                              "    -- @backfill 1 + 2\n"
                              "    c INTEGER\n"
                              ");");
    CHECK(seen.refusals.empty());
    REQUIRE(seen.found.renamings.size() == 3);
    CHECK(seen.found.renamings[0].table == "t");
    CHECK(seen.found.renamings[0].column.empty());
    CHECK(seen.found.renamings[0].from == "old table");
    CHECK(seen.found.renamings[1].column == "a");
    CHECK(seen.found.renamings[1].from == "x");
    CHECK(seen.found.renamings[2].column == "b");
    CHECK(seen.found.renamings[2].from == "y z");
    REQUIRE(seen.found.backfills.size() == 2);
    CHECK(seen.found.backfills[0].column == "b");
    CHECK(seen.found.backfills[0].expression == "upper(a)");
    CHECK(seen.found.backfills[1].column == "c");
    CHECK(seen.found.backfills[1].expression == "1 + 2");
}

TEST_CASE("a column may be renamed and filled at once") {
    const reading seen = read("CREATE TABLE t (a TEXT NOT NULL -- @renamed from=x @backfill 'none'\n);");
    CHECK(seen.refusals.empty());
    REQUIRE(seen.found.renamings.size() == 1);
    CHECK(seen.found.renamings[0].from == "x");
    REQUIRE(seen.found.backfills.size() == 1);
    CHECK(seen.found.backfills[0].expression == "'none'");
}

TEST_CASE("comments that are no hints are none") {
    const reading seen =
        read("-- renamed from=x, says @alice\nCREATE TABLE t (a -- see @backfill below\n);\n-- @todo later");
    CHECK(seen.refusals.empty());
    CHECK(seen.found.renamings.empty());
    CHECK(seen.found.backfills.empty());
}

TEST_CASE("hints that are misspelled or misplaced are refused at their place") {
    CHECK(refused("CREATE TABLE t (a -- @rename from=b\n);") ==
          "unknown hint @rename; did you mean @renamed?");
    CHECK(refused("CREATE TABLE t (a -- @renamed\n);") ==
          "@renamed needs the old name, as in `-- @renamed from=old_name`");
    CHECK(refused("CREATE TABLE t (a -- @renamed to=b\n);") ==
          "@renamed needs the old name, as in `-- @renamed from=old_name`");
    CHECK(refused("CREATE TABLE t (a -- @renamed from=b c\n);") == "`c` behind @renamed is not understood");
    CHECK(refused("CREATE TABLE t (a -- @backfill\n);") ==
          "@backfill needs one expression and nothing else, as in `-- @backfill 0`");
    CHECK(refused("CREATE TABLE t (a -- @backfill 1; DROP TABLE t\n);") ==
          "@backfill needs one expression and nothing else, as in `-- @backfill 0`");
    CHECK(refused("CREATE TABLE t (a -- @backfill 1 -- one\n);") ==
          "@backfill needs one expression and nothing else, as in `-- @backfill 0`");
    CHECK(refused("-- @backfill 0\nCREATE TABLE t (a);") ==
          "@backfill stands on no column; put it on the line of one");
    CHECK(refused("CREATE TABLE t (a);\n\n-- @renamed from=b\n\nCREATE TABLE u (a);") ==
          "`@renamed from=b` stands with no table or column; put it on the line of one");
    CHECK(refused("CREATE TABLE t (a);\n-- @renamed from=b\nCREATE INDEX i ON t (a);") ==
          "`@renamed from=b` stands with no table or column; put it on the line of one");
    CHECK(refused("CREATE TABLE t (a,\n    CHECK (a > 0) -- @renamed from=b\n);") ==
          "`@renamed from=b` stands with no table or column; put it on the line of one");
}

} // namespace headway::tests
