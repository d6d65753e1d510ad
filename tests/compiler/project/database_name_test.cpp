#include "catch.hpp"

#include "project/database_name.hpp"
#include "project/usage_error.hpp"

using namespace headway;
using namespace headway::compiler;

namespace {

std::string path_of(std::string_view text) {
    return parse_database_name(text).text;
}

} // namespace

TEST_CASE("a database is named by its path") {
    CHECK(path_of("app.db") == "app.db");
    CHECK(path_of("../data/app.db") == "../data/app.db");
    CHECK(path_of("/var/lib/app.db") == "/var/lib/app.db");
    CHECK_FALSE(parse_database_name("app.db").is_uri);
}

TEST_CASE("a URL of SQLAlchemy has three slashes before a relative path and four before an absolute one") {
    CHECK(path_of("sqlite:///app.db") == "app.db");
    CHECK(path_of("sqlite:////var/lib/app.db") == "/var/lib/app.db");
    CHECK(path_of("sqlite+pysqlite:///app.db") == "app.db");
    CHECK(path_of("sqlite:///app.db?timeout=10") == "app.db");
    CHECK_THROWS_AS(path_of("sqlite://app.db"), usage_error);
}

TEST_CASE("a file: URI stays as it is") {
    CHECK(path_of("file:app.db?mode=rw") == "file:app.db?mode=rw");
    CHECK(parse_database_name("file:app.db").is_uri);
}

TEST_CASE("a path may hold what looks like a scheme") {
    CHECK(path_of("data/x://app.db") == "data/x://app.db");
}

TEST_CASE("databases that are gone at once, and other engines, are refused") {
    for (const char* const text : {":memory:", "sqlite://", "sqlite:///", "sqlite:///:memory:",
                                   "file::memory:", "file:x?mode=memory", "postgresql://host/name"})
        CHECK_THROWS_AS(path_of(text), usage_error);
}

TEST_CASE("a server is named by its URL, and its password is not printed") {
    CHECK(names_server("postgresql://host/name"));
    CHECK(names_server("postgres://"));
    CHECK(names_server("postgresql+psycopg2://u:p@host/name"));
    CHECK_FALSE(names_server("data/postgresql://x"));
    CHECK_FALSE(names_server("app.db"));
    CHECK(server_url("postgresql+psycopg2://u@host/name?a=b") == "postgresql://u@host/name?a=b");
    CHECK(without_password("postgresql://u:p@host:5432/name") == "postgresql://u:***@host:5432/name");
    CHECK(without_password("postgresql://u:p/@x@host/name") == "postgresql://u:***@host/name");
    CHECK(without_password("postgresql://u@host:5432/name?password=p&a=b") ==
          "postgresql://u@host:5432/name?password=***&a=b");
    CHECK(without_password("postgresql:///name?host=/tmp") == "postgresql:///name?host=/tmp");
    CHECK(without_password("postgresql://u:p@") == "postgresql://u:***@");
    CHECK(relative_to("postgresql://host/name", "project") == "postgresql://host/name");
}

TEST_CASE("a name in a file is relative to the directory of the file") {
    CHECK(relative_to("app.db", "../..") == "../../app.db");
    CHECK(relative_to("sqlite:///data/app.db", "project") == "project/data/app.db");
    CHECK(relative_to("sqlite:////data/app.db", "project") == "/data/app.db");
    CHECK(relative_to("file:app.db?mode=ro", "..") == "file:../app.db?mode=ro");
    CHECK(relative_to("file:/app.db", "..") == "file:/app.db");
    CHECK(relative_to("app.db", "") == "app.db");
}
