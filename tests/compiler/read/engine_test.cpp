#include "reading.hpp"

#include "read/sections.hpp"

namespace headway::tests {
using namespace compiler;
namespace {

source read_for(engine wanted, std::string_view sections) {
    diagnostics found;
    auto result = read_source("m/005_x.sql", good_header + std::string(sections), found, wanted);
    INFO(found.render());
    REQUIRE(result);
    return std::move(*result);
}

std::string complaints_for(engine wanted, std::string_view sections) {
    diagnostics found;
    static_cast<void>(read_source("m/005_x.sql", good_header + std::string(sections), found, wanted));
    return found.render();
}

constexpr std::string_view both = "-- migrate:up\nCREATE TABLE a (b);\n\n-- migrate:down\nDROP TABLE a;\n\n"
                                  "-- migrate:up engine:postgresql\nDO $$ it's; $$;\n"
                                  "-- migrate:down engine:postgresql transaction:false\nDROP TABLE \"a\";\n";

} // namespace

TEST_CASE("a section of one engine counts for it before those for every engine") {
    CHECK(read_for(engine::sqlite, both).up.sql() == "CREATE TABLE a (b);");
    CHECK(read_for(engine::postgresql, both).up.sql() == "DO $$ it's; $$;");
    CHECK(read_for(engine::sqlite, both).down.transaction);
    CHECK_FALSE(read_for(engine::postgresql, both).down.transaction);
    CHECK(read_for(engine::postgresql, good_sections).up.sql() == "CREATE TABLE a (b);");
}

TEST_CASE("what is for another engine changes no checksum, but the lock file's") {
    const std::string alone = std::string(both.substr(0, both.find("-- migrate:up engine")));
    CHECK(read_for(engine::sqlite, both).checksum == read_for(engine::sqlite, alone).checksum);
    CHECK(read_for(engine::sqlite, both).checksum != read_for(engine::postgresql, both).checksum);
    CHECK(locked_checksum_of(read_for(engine::sqlite, alone)) == read_for(engine::sqlite, alone).checksum);
    CHECK(locked_checksum_of(read_for(engine::sqlite, both)) ==
          locked_checksum_of(read_for(engine::postgresql, both)));
    CHECK(locked_checksum_of(read_for(engine::sqlite, both)) != read_for(engine::sqlite, both).checksum);
}

TEST_CASE("a section that only the other engine has is missing") {
    const std::string found = complaints_for(engine::sqlite, both.substr(both.find("-- migrate:up engine")));
    CHECK(
        found.find(
            "the up section for sqlite is missing; begin it with the line '-- migrate:up engine:sqlite', and "
            "leave it empty if there is nothing to do [section-missing]") != std::string::npos);
    CHECK(complaints_for(engine::postgresql, both.substr(both.find("-- migrate:up engine"))).empty());
}

TEST_CASE("one engine has one section of a kind, and a section one engine") {
    std::string twice(both);
    twice += "-- migrate:up engine:postgresql\nSELECT 1;\n";
    CHECK(complaints_for(engine::postgresql, twice).find("a second '-- migrate:up'") != std::string::npos);
    CHECK(complaints_for(engine::sqlite, "-- migrate:up engine:sqlite engine:postgresql\nSELECT 1;\n"
                                         "-- migrate:down\nSELECT 2;\n")
              .find("a section is of one engine") != std::string::npos);
    CHECK(complaints_for(engine::sqlite,
                         "-- migrate:up engine:postgres\nSELECT 1;\n-- migrate:down\nSELECT 2;\n")
              .find("did you mean 'engine:postgresql'?") != std::string::npos);
}

TEST_CASE("one statement is what the engine takes for one") {
    constexpr std::string_view function =
        "-- migrate:up transaction:false\nCREATE FUNCTION f() RETURNS int BEGIN ATOMIC "
        "SELECT 1; SELECT 2; END;\n-- migrate:down\nDROP FUNCTION f();\n";
    CHECK(complaints_for(engine::postgresql, function).empty());
    CHECK(complaints_for(engine::sqlite, function).find("[one-statement]") != std::string::npos);
    CHECK(complaints_for(engine::postgresql, "-- migrate:up\nSELECT $a$ b;\n-- migrate:down\nSELECT 1;\n")
              .find("this string never ends; close it with $a$") != std::string::npos);
}

} // namespace headway::tests
