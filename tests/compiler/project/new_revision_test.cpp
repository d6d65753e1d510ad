#include "catch.hpp"

#include "project/new_revision.hpp"
#include "read/source.hpp"

#include <set>

using namespace headway;
using namespace headway::compiler;

TEST_CASE("a new revision can be read back as what it was to be") {
    const new_revision wanted{"e001",       "Add things.\n\nMany of them.", {"a1", "b1"}, {"c1"}, {"side"},
                              1'748'856'600};
    diagnostics found;
    const auto read = read_source("migrations/" + file_name(wanted), render_revision(wanted), found);
    INFO(found.render());
    REQUIRE(read);
    CHECK(found.list().empty());
    CHECK(read->id.text == "e001");
    CHECK(read->summary == "Add things.");
    REQUIRE(read->revises.size() == 2);
    CHECK(read->revises[1].text == "b1");
    REQUIRE(read->depends_on.size() == 1);
    CHECK(read->depends_on[0].text == "c1");
    REQUIRE(read->labels.size() == 1);
    CHECK(read->labels[0].text == "side");
    CHECK(read->created == 1'748'856'600'000'000);
}

TEST_CASE("the sections of a new revision are written as they are given") {
    new_revision wanted{.id = "e001", .message = "Add things.", .created = 1};
    wanted.up = "CREATE TABLE thing (a);\n\nCREATE INDEX i ON thing (a);\n";
    wanted.down = "-- hazard\nDROP TABLE thing;\n";
    diagnostics found;
    const auto read = read_source(file_name(wanted), render_revision(wanted), found);
    REQUIRE(read);
    CHECK(found.list().empty());
    CHECK(std::string(read->up.sql()) + "\n" == wanted.up);
    CHECK(std::string(read->down.sql()) + "\n" == wanted.down);

    wanted.down.clear();
    wanted.irreversible = "column a is lost";
    const auto one_way = read_source(file_name(wanted), render_revision(wanted), found);
    REQUIRE(one_way);
    CHECK(found.list().empty());
    CHECK(one_way->irreversible);
}

TEST_CASE("a file is named after its message, cut between words at forty characters") {
    CHECK(file_name({.id = "e001", .message = "Add a table of accounts, and whatever else comes to mind"}) ==
          "e001_add_a_table_of_accounts_and_whatever.sql");
    CHECK(file_name({.id = "e001", .message = "Ärger"}) == "e001_rger.sql");
    CHECK(file_name({.id = "e001", .message = "…"}) == "e001_migration.sql");
}

TEST_CASE("random ids have twelve hexadecimal digits and differ") {
    std::set<std::string> ids;
    for (int i = 0; i < 1000; ++i) {
        const std::string id = random_revision_id();
        CHECK(id.size() == 12);
        CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
        ids.insert(id);
    }
    CHECK(ids.size() == 1000);
}
