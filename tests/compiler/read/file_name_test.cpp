#include "read/file_name.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;

TEST_CASE("a slug is lower case words joined by single underscores") {
    CHECK(slug_of("Add compound indexes to models.") == "add_compound_indexes_to_models");
    CHECK(slug_of("  --Drop `user`; 2nd try! ") == "drop_user_2nd_try");
    CHECK(slug_of("größe") == "gr_e");
    CHECK(slug_of("漢字").empty());
    CHECK(slug_of("").empty());
}

TEST_CASE("a long slug is cut between words, a long word where it must be") {
    CHECK(slug_of("one two three", 13) == "one_two_three");
    CHECK(slug_of("one two three", 12) == "one_two");
    CHECK(slug_of("one two three", 7) == "one_two");
    CHECK(slug_of("one two three", 2) == "on");
    CHECK(slug_of("Consolidate the initial migrations of all of the tables") ==
          "consolidate_the_initial_migrations_of");
}

TEST_CASE("a file is named after its revision and a slug") {
    CHECK(fits_revision("001_a.sql", "001"));
    CHECK(fits_revision("1_2_a9_.sql", "1"));
    CHECK(fits_revision("1_2_a9_.sql", "1_2"));
    CHECK(fits_revision("V1.2_x.sql", "V1.2"));
    for (const char* name :
         {"001.sql", "001_.sql", "001_A.sql", "001_a.SQL", "001-a.sql", "01_a.sql", "0011_a.sql",
          "001_a-b.sql", "001_a b.sql", "001_ä.sql", "001_a.sql.sql", "001a.sql", ".sql"}) {
        CAPTURE(name);
        CHECK_FALSE(fits_revision(name, "001"));
    }
}

TEST_CASE("the proper name keeps what the present one says") {
    CHECK(proper_name("001_Add_User.sql", "001", "") == "001_add_user.sql");
    CHECK(proper_name("001_a.SQL", "001", "") == "001_a.sql");
    CHECK(proper_name("002_add_user.sql", "001", "") == "001_add_user.sql");
    CHECK(proper_name("001-add user.sql", "001", "") == "001_add_user.sql");
    CHECK(proper_name("add user.sql", "001", "") == "001_add_user.sql");
    CHECK(proper_name("2-Add_User.sql", "001", "") == "001_add_user.sql");
    CHECK(proper_name("init_User.sql", "init", "") == "init_user.sql");
    CHECK(proper_name("user_mail.sql", "001", "") == "001_user_mail.sql");
    CHECK(proper_name("1.sql", "001", "Add mail.") == "001_add_mail.sql");
    CHECK(proper_name("001.sql", "001", "Add the user.") == "001_add_the_user.sql");
    CHECK(proper_name("001_.sql", "001", "") == "001_migration.sql");
}

} // namespace headway::tests
