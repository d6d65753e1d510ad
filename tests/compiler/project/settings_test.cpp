#include "catch.hpp"

#include "project/settings.hpp"

#include <sstream>
#include <stdexcept>

using namespace headway;
using namespace headway::compiler;

namespace {

const config_file file{"project/headway.toml",
                       {{"directory", "sql"}, {"database", "file.db"}, {"log", false}}};

} // namespace

TEST_CASE("flags come before the environment, and that before the file") {
    settings merged = merge_settings({}, {}, file);
    CHECK(merged.directory == "project/sql");
    CHECK(merged.database == "project/file.db");

    merged = merge_settings({}, {"env", "env.db"}, file);
    CHECK(merged.directory == "env");
    CHECK(merged.database == "env.db");

    merged = merge_settings({.config = "",
                             .directory = "flag",
                             .database = "flag.db",
                             .version_table = "v",
                             .schema = "flag.sql"},
                            {"env", "env.db"}, file);
    CHECK(merged.directory == "flag");
    CHECK(merged.database == "flag.db");
    CHECK(merged.version_table == "v");
    CHECK(merged.schema == "flag.sql");
    CHECK_FALSE(merged.log);
}

TEST_CASE("without any of them the directory is migrations, and there is no database") {
    const settings merged = merge_settings({}, {}, std::nullopt);
    CHECK(merged.directory == "migrations");
    CHECK(merged.database.empty());
    CHECK(merged.version_table == "alembic_version");
    CHECK(merged.log);
}

TEST_CASE("a setting that means nothing is refused") {
    CHECK_THROWS_AS(merge_settings({}, {}, config_file{"headway.toml", {{"databse", "x"}}}),
                    std::runtime_error);
    CHECK_THROWS_AS(merge_settings({}, {}, config_file{"headway.toml", {{"log", "perhaps"}}}),
                    std::runtime_error);
}

TEST_CASE("an empty database is none, and comes before those that are named behind it") {
    CHECK(merge_settings({.config = "", .directory = "", .database = "", .version_table = "", .schema = ""},
                         {"", "env.db"}, file)
              .database.empty());
    CHECK(merge_settings({}, {}, config_file{"project/headway.toml", {{"database", ""}}}).database.empty());
    CHECK(merge_settings({}, {}, config_file{"project/headway.toml", {{"schema", ""}}}).schema.empty());
}

TEST_CASE("a NUL in a name is refused: the system would take what stands before it") {
    using namespace std::string_literals;
    CHECK_THROWS_AS(merge_settings({}, {}, config_file{"headway.toml", {{"database", "app\0.db"s}}}),
                    std::runtime_error);
}

TEST_CASE("what is written as TOML is read as it was") {
    for (const std::string text :
         {"plain", "say \"more\" \\ less", "it's", "two\nlines\t", "\x1b[31m", "größer"}) {
        std::istringstream file_of_it("key = " + quote_toml(text) + "\n");
        const std::vector<setting> read = read_settings(file_of_it);
        REQUIRE(read.size() == 1);
        CHECK(std::get<std::string>(read[0].value) == text);
    }
}

TEST_CASE("settings are read with quotes, comments and sections") {
    std::istringstream text(
        "# a comment\ndirectory = \"sql files\" # here\nlog = false\n\n[more]\nkey = 'x'\n");
    const std::vector<setting> read = read_settings(text);
    REQUIRE(read.size() == 3);
    CHECK(read[0].key == "directory");
    CHECK(std::get<std::string>(read[0].value) == "sql files");
    CHECK(read[1].key == "log");
    CHECK_FALSE(std::get<bool>(read[1].value));
    CHECK(read[2].key == "more.key");
    CHECK(std::get<std::string>(read[2].value) == "x");
}
