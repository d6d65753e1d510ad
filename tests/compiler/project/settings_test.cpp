#include "catch.hpp"

#include "project/settings.hpp"

#include <sstream>
#include <stdexcept>

using namespace headway;
using namespace headway::compiler;

namespace {

const config_file file{"project/headway.toml",
                       {{"directory", "sql"}, {"database", "file.db"}, {"log", "false"}}};

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

TEST_CASE("settings are read with quotes, comments and sections") {
    std::istringstream text(
        "# a comment\ndirectory = \"sql files\" # here\nlog = false\n\n[more]\nkey = 'x'\n");
    std::vector<std::pair<std::string, std::string>> read;
    for (const setting& one : read_settings(text))
        read.emplace_back(one.key, one.value);
    CHECK(read == std::vector<std::pair<std::string, std::string>>{
                      {"directory", "sql files"}, {"log", "false"}, {"more.key", "x"}});
}
