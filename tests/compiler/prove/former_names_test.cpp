#include "prove/former_names.hpp"

#include "diff/side.hpp"

#include "catch.hpp"

#include <sqlite3.h>

namespace headway::tests {
using namespace compiler;
namespace {

using column_name = former_names::column_name;

/// Follows statements over a schema, each with the one question of SQLite's authorizer that tells what it
/// does.
class followed {
public:
    explicit followed(const char* before) : before_(before, {}, {}), names(before_.objects()) {}

    followed& alter(const char* table, const std::string& sql) {
        names.pass(sql, {0, sql.size(), {{SQLITE_ALTER_TABLE, "main", table, "", ""}}});
        return *this;
    }
    followed& drop(const char* table) {
        const std::string sql = std::string("DROP TABLE ") + table + ";";
        names.pass(sql, {0, sql.size(), {{SQLITE_DROP_TABLE, table, "", "main", ""}}});
        return *this;
    }

private:
    side before_;

public:
    former_names names;
};

} // namespace

TEST_CASE("what is not renamed is called as it was, and what was not there as nothing") {
    const followed made("CREATE TABLE Book (Title);");
    CHECK(made.names.table("BOOK") == "book");
    CHECK(made.names.column("book", "TITLE") == column_name("book", "title"));
    CHECK(made.names.table("shelf").empty());
    CHECK(made.names.column("shelf", "a") == column_name());
}

TEST_CASE("a table and its columns are followed over several renamings, in any spelling") {
    followed made("CREATE TABLE a (x, y);");
    made.alter("a", "alter table a rename to \"B c\";")
        .alter("B c", "ALTER TABLE \"B c\" RENAME x TO [y z];");
    made.alter("B c", "ALTER TABLE \"B c\" RENAME COLUMN [y z] TO last; -- the end");
    CHECK(made.names.table("b C") == "a");
    CHECK(made.names.table("a").empty());
    CHECK(made.names.column("b c", "LAST") == column_name("a", "x"));
    CHECK(made.names.column("b c", "x") == column_name());
    CHECK(made.names.column("b c", "y") == column_name("a", "y"));
}

TEST_CASE("two tables that change names are told apart") {
    followed made("CREATE TABLE a (x); CREATE TABLE b (y);");
    made.alter("a", "ALTER TABLE a RENAME TO c;").alter("b", "ALTER TABLE b RENAME TO a;");
    made.alter("c", "ALTER TABLE c RENAME TO b;");
    CHECK(made.names.table("a") == "b");
    CHECK(made.names.table("b") == "a");
    CHECK(made.names.column("a", "y") == column_name("b", "y"));
}

TEST_CASE("a rebuild takes the name of the table that it drops, and is not that table") {
    followed made("CREATE TABLE t (x);");
    made.drop("t").alter("t_new", "ALTER TABLE t_new RENAME TO t;");
    CHECK(made.names.table("t").empty());
}

TEST_CASE("only ALTER TABLE … RENAME TO gives a table a name") {
    CHECK(table_renamed_to("ALTER TABLE a RENAME TO 'b c'") == "b c");
    CHECK_FALSE(table_renamed_to("ALTER TABLE a RENAME x TO y").has_value());
    CHECK_FALSE(table_renamed_to("ALTER TABLE a ADD COLUMN rename_to").has_value());
    CHECK_FALSE(table_renamed_to("ALTER TABLE a ADD COLUMN x; -- rename to b").has_value());
}

} // namespace headway::tests
