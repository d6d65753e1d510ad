#include "diff/diff.hpp"

#include "prove/declared.hpp"

#include "catch.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::tests {
using namespace compiler;
namespace {

std::string only_hazard(const std::string& before, const std::string& after,
                        const diff_options& options = {}) {
    const migration planned = diff(before, after, options);
    REQUIRE(planned.refusals.empty());
    REQUIRE(planned.hazards.size() == 1);
    const hazard& one = planned.hazards[0];
    CHECK(planned.up.find("-- hazard " + one.code + ": " + one.object) != std::string::npos);
    return fmt::format("{}: {}: {}", one.code, one.object, one.message);
}

bool has_hazard(const migration& planned, const std::string& code, const std::string& object) {
    return std::any_of(planned.hazards.begin(), planned.hazards.end(),
                       [&](const hazard& one) { return one.code == code && one.object == object; });
}

} // namespace

TEST_CASE("hazards say how many rows they befall, under the name that the table has now") {
    diff_options options;
    options.row_count = [](const std::string& table) -> std::optional<std::int64_t> {
        if (table == "old") return 12;
        return {};
    };
    CHECK(only_hazard("CREATE TABLE old (a TEXT);", "-- @renamed from=old\nCREATE TABLE t (a BLOB);",
                      options) == "table-rewritten: table t: all its rows are written anew (12 now)");
    CHECK(only_hazard("CREATE TABLE old (a); CREATE TABLE t (a);", "CREATE TABLE t (a);", options) ==
          "rows-lost: table old: its rows are lost (12 now)");
    CHECK(only_hazard("CREATE TABLE new (a); CREATE TABLE t (a);", "CREATE TABLE t (a);", options) ==
          "rows-lost: table new: its rows are lost");
}

TEST_CASE("a backfill that never ends over some rows is refused") {
    const migration planned =
        diff("CREATE TABLE node (id INTEGER PRIMARY KEY);",
             "CREATE TABLE node (\n"
             "    id INTEGER PRIMARY KEY,\n"
             "    depth INT NOT NULL -- @backfill (WITH RECURSIVE r (n) AS (SELECT 1 UNION "
             "ALL SELECT n FROM r) SELECT count(*) FROM r)\n"
             ");");
    REQUIRE(!planned.refusals.empty());
    CHECK(planned.refusals[0].message.find("it does not come to an end") != std::string::npos);
    CHECK(planned.up.empty());
}

TEST_CASE("every hazard has its code") {
    const migration planned =
        diff("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT, b TEXT, c INTEGER, d TEXT);",
             "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT NOT NULL, c INTEGER CHECK (c > 0), "
             "UNIQUE (b), FOREIGN KEY (c) REFERENCES t (id));");
    REQUIRE(planned.refusals.empty());
    CHECK(has_hazard(planned, "values-lost", "column t.d"));
    CHECK(has_hazard(planned, "values-changed", "column t.a"));
    CHECK(has_hazard(planned, "values-lost", "table t")); // the counter
    CHECK(has_hazard(planned, "constraint", "column t.b"));
    CHECK(has_hazard(planned, "constraint", "table t"));
    CHECK(has_hazard(planned, "table-rewritten", "table t"));
}

TEST_CASE("hazards and refusals know their place in the schemas") {
    const std::string before = "CREATE TABLE gone (a);\nCREATE TABLE t (a TEXT, b TEXT);";
    const std::string after = "CREATE TABLE t (a BLOB);";
    const migration planned = diff(before, after);
    REQUIRE(planned.hazards.size() == 3);
    for (const hazard& one : planned.hazards) {
        const std::string& text = one.in_before ? before : after;
        const std::string name = one.object.substr(one.object.find_last_of(" .") + 1);
        CHECK(text.compare(one.offset, name.size(), name) == 0);
    }
    const std::string wanted = "CREATE TABLE t (\n  a TEXT,\n  b TEXT,\n  c TEXT NOT NULL\n);";
    const migration refused = diff(before, wanted);
    REQUIRE(refused.refusals.size() == 1);
    CHECK(refused.refusals[0].broken == rule::backfill);
    CHECK(wanted.substr(refused.refusals[0].offset, 1) == "c");
    CHECK((refused.up + refused.down).empty());
}

TEST_CASE("tables that are left out are neither created nor dropped") {
    diff_options options;
    options.left_out = {"alembic_version"};
    const migration planned =
        diff("CREATE TABLE alembic_version (a); CREATE TABLE t (a);", "CREATE TABLE t (a);", options);
    CHECK(planned.up.empty());
    CHECK(planned.refusals.empty());
}

TEST_CASE("what the application provides can be declared") {
    const std::string before = "CREATE TABLE t (a TEXT);";
    const std::string after = "CREATE TABLE t (a TEXT COLLATE german, b TEXT AS (slug(a)));";
    const migration refused = diff(before, after);
    REQUIRE(refused.refusals.size() == 1);
    CHECK(refused.refusals[0].broken == rule::undeclared);
    diff_options options;
    options.prepare = [](SQLite::Database& database) { provide({{{"slug", 1}}, {"german"}, {}}, database); };
    const migration planned = diff(before, after, options);
    CHECK(planned.refusals.empty());
    CHECK(!planned.up.empty());
    CHECK(!planned.down.empty());
}

TEST_CASE("a down section that would need lost values says so instead") {
    const migration planned = diff("CREATE TABLE u (id INTEGER PRIMARY KEY);"
                                   "CREATE TABLE t (a TEXT, b INTEGER NOT NULL REFERENCES u (id));",
                                   "CREATE TABLE u (id INTEGER PRIMARY KEY);CREATE TABLE t (a TEXT);");
    CHECK(planned.refusals.empty());
    CHECK(!planned.up.empty());
    CHECK(planned.down.empty());
    CHECK(planned.irreversible == "column t.b is NOT NULL, and its values are lost");
}

TEST_CASE("what is gone and what came instead with the same definition may have been renamed") {
    const auto columns = possible_renamings("CREATE TABLE t (a TEXT NOT NULL, b INTEGER);",
                                            "CREATE TABLE t (c TEXT NOT NULL, b INTEGER);");
    REQUIRE(columns.size() == 1);
    CHECK(columns[0].table == "t");
    CHECK(columns[0].column == "c");
    CHECK(columns[0].from == "a");
    const auto tables = possible_renamings("CREATE TABLE t (a TEXT);", "CREATE TABLE u (a TEXT);");
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].table == "u");
    CHECK(tables[0].column.empty());
    CHECK(tables[0].from == "t");
    CHECK(possible_renamings("CREATE TABLE t (a TEXT);", "CREATE TABLE t (b INTEGER);").empty());
    CHECK(possible_renamings("CREATE TABLE t (a TEXT);", "CREATE TABLE t (b TEXT, c TEXT);").empty());
}

TEST_CASE("a renaming that somebody confirmed is done as if it stood in the schema") {
    diff_options options;
    options.renamings = {{"t", "b", "a"}};
    const migration planned = diff("CREATE TABLE t (a TEXT);", "CREATE TABLE t (b TEXT);", options);
    CHECK(planned.up == "ALTER TABLE t RENAME COLUMN a TO b;\n");
    CHECK(planned.down == "ALTER TABLE t RENAME COLUMN b TO a;\n");
    CHECK(planned.hazards.empty());
}

TEST_CASE("in a large schema what is far from a change takes no part in the proof") {
    std::string rest;
    for (int table = 0; table < 400; ++table)
        rest += fmt::format(
            "CREATE TABLE far{0} (id INTEGER PRIMARY KEY, a TEXT);\nCREATE INDEX ix{0} ON far{0} (a);\n",
            table);
    const std::string near = "CREATE TABLE child (id INTEGER PRIMARY KEY, t INTEGER REFERENCES t (id));\n"
                             "CREATE VIEW v AS SELECT far7.a FROM far7, t;\n"
                             "CREATE TRIGGER g AFTER INSERT ON far8 BEGIN UPDATE t SET a = new.a; END;\n";
    const migration planned =
        diff("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);\nCREATE TABLE gone (a);\n" + rest + near,
             "CREATE TABLE t (id INTEGER PRIMARY KEY, a BLOB);\n" + rest + near);
    CHECK(planned.refusals.empty());
    CHECK(planned.irreversible.empty());
    CHECK(planned.up.find("far9") == std::string::npos);
    CHECK(planned.up.find("DROP TRIGGER g;\nDROP VIEW v;") != std::string::npos);
    CHECK(planned.up.find("DROP TABLE gone;") != std::string::npos);
    CHECK(planned.down.find("CREATE TABLE gone (a);") != std::string::npos);
}

TEST_CASE("a table may have as many columns as SQLite allows") {
    std::string columns;
    for (int column = 1; column < 2000; ++column)
        columns += ", c" + std::to_string(column);
    const std::string wide = "CREATE TABLE wide (id INTEGER PRIMARY KEY" + columns + ");";
    const migration found = diff(wide + "CREATE TABLE u (a);", wide + "CREATE TABLE u (a, b);");
    CHECK(found.refusals.empty());
    CHECK(found.up == "ALTER TABLE u ADD COLUMN b;\n");
}

TEST_CASE("options of a virtual table are no columns that may have been renamed") {
    const std::string search = "CREATE VIRTUAL TABLE f USING fts5(b, content='t', content_rowid='id'";
    CHECK(possible_renamings("CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);" + search + ");",
                             "CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);" + search + ", prefix=2);")
              .empty());
}

TEST_CASE("the rows that CREATE TABLE AS makes are no part of a schema") {
    const migration planned =
        diff("CREATE TABLE pair AS SELECT 1 AS a UNION ALL SELECT 2; CREATE TABLE \"as\" (a INT);",
             "CREATE TABLE IF NOT EXISTS main.pair (a INT, b); CREATE TABLE \"as\" (a INT, b);");
    CHECK(planned.refusals.empty());
    CHECK(planned.up.find("INSERT INTO pair_new (rowid, a)\nSELECT rowid, a FROM pair;") !=
          std::string::npos);
    CHECK(planned.up.find("ALTER TABLE \"as\" ADD COLUMN b;") != std::string::npos);
}

TEST_CASE("a table may have as many columns as SQLite takes") {
    std::string columns = "c1";
    for (int number = 2; number < 2000; ++number)
        columns += fmt::format(", c{}", number);
    const migration planned = diff(fmt::format("CREATE TABLE wide ({});", columns),
                                   fmt::format("CREATE TABLE wide ({}, last);", columns));
    CHECK(planned.refusals.empty());
    CHECK(planned.up.find("ALTER TABLE wide ADD COLUMN last;") != std::string::npos);
}

TEST_CASE("what may have been renamed is said beside the migration") {
    const migration planned =
        diff("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INT);",
             "CREATE TABLE t (id INTEGER PRIMARY KEY,\n c INT, -- @renamed from=b\n d TEXT);");
    CHECK(planned.refusals.empty());
    REQUIRE(planned.possible_renamings.size() == 1);
    CHECK(planned.possible_renamings[0].column == "d");
    CHECK(planned.possible_renamings[0].from == "a");
}

} // namespace headway::tests
