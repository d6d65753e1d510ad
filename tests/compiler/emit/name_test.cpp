#include "catch.hpp"

#include "emit/name.hpp"

using namespace headway;
using namespace headway::compiler;

TEST_CASE("the stem of a name is what comes before _migrations") {
    CHECK(stem_of("backend_migrations") == "backend");
    CHECK(stem_of("backend") == "backend");
    CHECK(stem_of("migrations") == "migrations");
    CHECK(stem_of("a_migrations_migrations") == "a_migrations");
}

TEST_CASE("a target's name and its stem can both be namespaces") {
    CHECK(is_target_name("backend_migrations"));
    CHECK(is_target_name("_x9"));
    CHECK(is_target_name("classes"));
    CHECK_FALSE(is_target_name(""));
    CHECK_FALSE(is_target_name("9x"));
    CHECK_FALSE(is_target_name("a-b"));
    CHECK_FALSE(is_target_name("a b"));
    CHECK_FALSE(is_target_name("_migrations"));
    CHECK_FALSE(is_target_name("9_migrations"));
}

TEST_CASE("words of C++ and the namespaces std and headway are refused") {
    for (const char* word : {"alignas", "and", "class", "new_migrations", "xor_eq", "std", "headway",
                             "headway_migrations", "co_await", "int"})
        CHECK_FALSE(is_target_name(word));
}
