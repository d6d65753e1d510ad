#include "prove/declared.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;

TEST_CASE("a declared function has a name and an arity, or any number of arguments") {
    CHECK(parse_function("slug/1")->arity == 1);
    CHECK(parse_function("slug/1")->name == "slug");
    CHECK(parse_function("slug")->arity == -1);
    for (const char* wrong : {"", "/1", "slug/", "slug/x", "slug/-1", "slug/128", "slug/1/2"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_function(wrong).has_value());
    }
}

TEST_CASE("a version of SQLite has two or three numbers") {
    CHECK(parse_sqlite_version("3.38") == 3038000);
    CHECK(parse_sqlite_version("3.40.1") == 3040001);
    for (const char* wrong : {"", "3", "3.", "3.x", "3.38.1.2", "a.b", "3.-1"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_sqlite_version(wrong).has_value());
    }
}

} // namespace headway::tests
