#include "project/adopt_query.hpp"

#include "project/usage_error.hpp"

#include "catch.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace headway::tests {
using namespace compiler;
namespace {

/// What a query says of a database: `step state`, one behind the other.
std::string answer(const std::string& select, const char* rows) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("CREATE TABLE schemaversion (version INTEGER)");
    database.exec(rows);
    SQLite::Statement query(database, adoption_of_query(select).query);
    std::string text;
    while (query.executeStep())
        text += query.getColumn(0).getString() + " " + query.getColumn(1).getString() + "\n";
    return text;
}

} // namespace

TEST_CASE("one row of a hand-made bookkeeping says how far it is, several what is applied") {
    const std::string all = "SELECT version FROM schemaversion WHERE version > 0";
    CHECK(answer(all, "INSERT INTO schemaversion VALUES (7)") == "7 2\n");
    CHECK(answer(all, "INSERT INTO schemaversion VALUES (1), (2)") == "1 1\n2 1\n");
    CHECK(answer(all, "INSERT INTO schemaversion VALUES (0)").empty());
}

TEST_CASE("a hand-made bookkeeping that SQLite cannot read is refused, whatever tables there are") {
    CHECK_NOTHROW(adoption_of_query("SELECT v FROM nobody_has_it"));
    CHECK_THROWS_AS(adoption_of_query("SELECT v FORM x"), usage_error);
    CHECK_THROWS_AS(adoption_of_query("SELECT 1, 2"), usage_error);
    CHECK_THROWS_AS(adoption_of_query(""), usage_error);
}

} // namespace headway::tests
