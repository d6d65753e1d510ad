#include "catch.hpp"
#include "headway/headway.hpp"
#include "postgresql/failure_of.hpp"
#include "postgresql/made_server.hpp"

#include <type_traits>

using namespace headway;
using namespace headway::tests;

static_assert(
    std::is_invocable_v<report (*)(PGconn*, const postgresql_history&, std::string_view, const options&),
                        PGconn*, const postgresql_history&, std::string_view, const options&>);
static_assert(!std::is_convertible_v<const history&, const postgresql_history&>);
static_assert(!std::is_convertible_v<const postgresql_history&, const history&>);

namespace {

std::vector<spelled_revision> shop() {
    return {{"001", {}, {}, "CREATE TABLE customer (id int PRIMARY KEY, name text);", "DROP TABLE customer;"},
            {"002",
             {"001"},
             {},
             "CREATE FUNCTION twice(n int) RETURNS int LANGUAGE SQL BEGIN ATOMIC SELECT 2 * n; END;\n"
             "INSERT INTO customer SELECT twice(n), $q$it's; $1$q$ FROM generate_series(1, 3) AS n;",
             "DELETE FROM customer;\nDROP FUNCTION twice(int);"},
            {"003", {"002"}, {}, "CREATE INDEX ix_name ON customer (name);", "DROP INDEX ix_name;"}};
}

} // namespace

TEST_CASE("a new database is brought to the head, and back") {
    const made_server_database in;
    const client db = in.connect();
    const made_server_history history(shop());
    CHECK(current(db).empty());
    CHECK(pending(db, history) == std::vector<std::string_view>{"001", "002", "003"});
    CHECK(upgrade(db, history).steps.size() == 3);
    CHECK(upgrade(db, history).up_to_date());
    CHECK(current(db) == std::vector<std::string>{"003"});
    CHECK(db.ask("SELECT version_num FROM alembic_version") == "003");
    CHECK(db.ask("SELECT operation || ' ' || revision FROM headway_log ORDER BY sequence") ==
          "upgrade 001\nupgrade 002\nupgrade 003");
    CHECK(db.ask("SELECT name FROM customer WHERE id = 6") == "it's; $1");

    CHECK(downgrade(db, history, "001").steps.size() == 2);
    CHECK(db.ask("SELECT count(*) FROM customer") == "0");
    CHECK(stamp(db, history, {"003"}) == std::vector<std::string>{"003"});
    CHECK(db.ask("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'") == "0");
}

TEST_CASE("the version table is Alembic's") {
    const made_server_database in;
    const client db = in.connect();
    upgrade(db, made_server_history(shop()));
    CHECK(
        db.ask(
            "SELECT column_name || ' ' || data_type || ' ' || character_maximum_length || ' ' || is_nullable "
            "FROM information_schema.columns WHERE table_name = 'alembic_version'") ==
        "version_num character varying 32 NO");
    CHECK(db.ask("SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = "
                 "'alembic_version'::regclass AND contype = 'p'") ==
          "alembic_version_pkc PRIMARY KEY (version_num)");
}

TEST_CASE("a statement that fails rolls everything back, and its place counts characters") {
    const made_server_database in;
    const client db = in.connect();
    auto revisions = shop();
    revisions[2].up = "CREATE TABLE länge (id int);\n  SELECT 'übel', missing FROM customer;";
    const error failed = failure_of([&] { upgrade(db, made_server_history(revisions)); });
    CHECK(failed.code() == error_code::statement);
    CHECK(failed.sqlstate() == "42703");
    CHECK(failed.line() == 6);
    CHECK(failed.column() == 18);
    CHECK(std::string(failed.what()).find("003_made.sql:6:18: column \"missing\" does not exist") == 0);
    CHECK(current(db).empty());
    CHECK(db.ask("SELECT count(*) FROM pg_class WHERE relname = 'customer'") == "0");

    options chosen;
    chosen.transaction = transaction_mode::per_revision;
    failure_of([&] { upgrade(db, made_server_history(revisions), "head", chosen); });
    CHECK(current(db) == std::vector<std::string>{"002"});
}

TEST_CASE("an error without a place is at its statement") {
    const made_server_database in;
    const client db = in.connect();
    auto revisions = shop();
    revisions[2].up = "SELECT 1;\nCREATE TABLE customer (id int);";
    const error failed = failure_of([&] { upgrade(db, made_server_history(revisions)); });
    CHECK(failed.sqlstate() == "42P07");
    CHECK(failed.line() == 6);
    CHECK(failed.column() == 1);
}

TEST_CASE("what was there before Headway is told of") {
    const made_server_database in;
    const client db = in.connect();
    db.ask("CREATE TABLE customer (id int)");
    const error failed = failure_of([&] { upgrade(db, made_server_history(shop())); });
    CHECK(std::string(failed.what()).find("headway stamp REVISION") != std::string::npos);
}

TEST_CASE("a migration cannot end its transaction") {
    for (const char* const statement :
         {"COMMIT;", "rollback work;", "/* a */ END;", "BEGIN;", "START TRANSACTION;", "ABORT;",
          "PREPARE TRANSACTION 'a';", "DISCARD ALL;"}) {
        const made_server_database in;
        const client db = in.connect();
        auto revisions = shop();
        revisions[1].up = std::string("CREATE TABLE half (id int);\n") + statement;
        const error failed = failure_of([&] { upgrade(db, made_server_history(revisions)); });
        CHECK(failed.code() == error_code::refused);
        CHECK(failed.line() == 6);
        CHECK(db.ask("SELECT count(*) FROM pg_class WHERE relname IN ('half', 'customer')") == "0");
    }
}

TEST_CASE("a savepoint may be rolled back to") {
    const made_server_database in;
    const client db = in.connect();
    upgrade(db, made_server_history(
                    {{"1", {}, {}, "SAVEPOINT a; CREATE TABLE half (id int); ROLLBACK TO a;", ""}}));
    CHECK(db.ask("SELECT count(*) FROM pg_class WHERE relname = 'half'") == "0");
}

TEST_CASE("COPY from the program is refused, and the connection goes on working") {
    const made_server_database in;
    const client db = in.connect();
    auto revisions = shop();
    revisions[1].up = "COPY public.customer (id, name) FROM /* nobody */ STDIN;";
    const error failed = failure_of([&] { upgrade(db, made_server_history(revisions)); });
    CHECK(std::string(failed.what()).find("write INSERT") != std::string::npos);
    CHECK(upgrade(db, made_server_history(shop())).steps.size() == 3);
}

TEST_CASE("what cannot run in a transaction says where it belongs") {
    const made_server_database in;
    const client db = in.connect();
    auto revisions = shop();
    revisions[2].up = "CREATE INDEX CONCURRENTLY ix_name ON customer (name);";
    const error failed = failure_of([&] { upgrade(db, made_server_history(revisions)); });
    CHECK(failed.sqlstate() == "25001");
    CHECK(std::string(failed.what()).find("transaction:false") != std::string::npos);
}

TEST_CASE("rows without their parents are found before the commit, deferred or not") {
    const made_server_database in;
    const client db = in.connect();
    auto revisions = shop();
    revisions[2].up =
        "CREATE TABLE orders (customer int REFERENCES customer DEFERRABLE INITIALLY DEFERRED);\n"
        "INSERT INTO orders VALUES (77);";
    const error failed = failure_of([&] { upgrade(db, made_server_history(revisions)); });
    CHECK(failed.code() == error_code::foreign_keys);
    CHECK(failed.sqlstate() == "23503");
    CHECK(current(db).empty());
}

TEST_CASE("an enum's new value can be used in the next revision of the same call") {
    const made_server_database in;
    const client db = in.connect();
    const made_server_history history(
        {{"1", {}, {}, "CREATE TYPE mood AS ENUM ('sad');", "DROP TYPE mood;"},
         {"2", {"1"}, {}, "ALTER TYPE mood ADD VALUE 'ok';", ""},
         {"3", {"2"}, {}, "CREATE TABLE t AS SELECT 'ok'::mood AS m;", "DROP TABLE t;"}});
    CHECK(upgrade(db, history).steps.size() == 3);
    const made_server_history at_once(
        {{"1", {}, {}, "ALTER TYPE mood ADD VALUE 'glad'; SELECT 'glad'::mood;", ""}});
    options other;
    other.version_table = "other_version";
    const error failed = failure_of([&] { upgrade(db, at_once, "head", other); });
    CHECK(failed.sqlstate() == "55P04");
    CHECK(std::string(failed.what()).find("in a revision before this one") != std::string::npos);
}

TEST_CASE("a transaction of the caller's is left alone") {
    const made_server_database in;
    const client db = in.connect();
    const made_server_history history(shop());
    db.ask("BEGIN");
    CHECK(current(db).empty());
    CHECK(pending(db, history).size() == 3);
    CHECK(failure_of([&] { upgrade(db, history); }).code() == error_code::in_transaction);
    CHECK(db.ask("SELECT 1") == "1");
    db.ask("COMMIT");
}

TEST_CASE("the version table may be in another schema, and the search path finds it") {
    const made_server_database in;
    const client db = in.connect();
    db.ask("CREATE SCHEMA app; CREATE SCHEMA \"Odd one\"");
    options chosen;
    chosen.version_table = "app.versions";
    upgrade(db, made_server_history(shop()), "head", chosen);
    CHECK(db.ask("SELECT version_num FROM app.versions") == "003");
    CHECK(db.ask("SELECT count(*) FROM app.headway_log") == "3");

    db.ask("SET search_path = \"Odd one\"");
    upgrade(db, made_server_history(shop()));
    CHECK(db.ask("SELECT version_num FROM \"Odd one\".alembic_version") == "003");
    db.ask("SET search_path = public, \"Odd one\"");
    CHECK(upgrade(db, made_server_history(shop())).up_to_date());
    db.ask("SET search_path = nowhere");
    CHECK(failure_of([&] { upgrade(db, made_server_history(shop())); }).code() == error_code::settings);
}

TEST_CASE("a database of a newer program is stepped back by what its log holds") {
    const made_server_database in;
    const client db = in.connect();
    upgrade(db, made_server_history(shop()));
    auto older = shop();
    older.resize(1);
    CHECK(failure_of([&] { upgrade(db, made_server_history(older)); }).code() ==
          error_code::unknown_revision);
    options chosen;
    chosen.on_unknown = unknown_policy::step_back;
    CHECK(upgrade(db, made_server_history(older), "head", chosen).unknown ==
          std::vector<std::string>{"003", "002"});
    CHECK(db.ask("SELECT count(*) FROM customer") == "0");
    CHECK(current(db) == std::vector<std::string>{"001"});
}

TEST_CASE("what is for SQLite alone says so") {
    const made_server_database in;
    const client db = in.connect();
    options chosen;
    chosen.verify = verification::schema;
    const error failed = failure_of([&] { upgrade(db, made_server_history(shop()), "head", chosen); });
    CHECK(std::string(failed.what()).find("for SQLite alone") != std::string::npos);
    chosen.verify = verification::applied;
    CHECK(upgrade(db, made_server_history(shop()), "head", chosen).steps.size() == 3);
    CHECK(upgrade(db, made_server_history(shop()), "head", chosen).up_to_date());
    CHECK(PQtransactionStatus(db) == PQTRANS_IDLE);
}

TEST_CASE("a history of the other engine is refused where the type was forged") {
    const made_server_database in;
    const client db = in.connect();
    const made_history of_sqlite(shop());
    const postgresql_history forged{of_sqlite};
    CHECK(failure_of([&] { upgrade(db, forged); }).code() == error_code::mismatch);
}

TEST_CASE("a table that is another program's is no version table") {
    const made_server_database in;
    const client db = in.connect();
    db.ask("CREATE TABLE alembic_version (a int)");
    CHECK(failure_of([&] { upgrade(db, made_server_history(shop())); }).code() == error_code::version_table);
}

TEST_CASE(
    "what came below a row and comes above it today is applied once, and counted where that is the policy") {
    const made_server_database in;
    const client db = in.connect();
    const auto made = [](std::string_view order) {
        std::vector<spelled_revision> row;
        for (const char each : order) {
            const std::string id(1, each);
            row.push_back({id,
                           row.empty() ? std::vector<std::string>() : std::vector<std::string>{row.back().id},
                           {},
                           "CREATE TABLE t" + id + " (a int);",
                           "DROP TABLE t" + id + ";"});
        }
        return row;
    };
    CHECK(upgrade(db, made_server_history(made("132"))).steps.size() == 3);
    const made_server_history next(made("1234"));
    const error failed = failure_of([&] { upgrade(db, next); });
    CHECK(failed.code() == error_code::passed_over);
    CHECK(failed.revision() == "3");
    CHECK(failure_of([&] { downgrade(db, next, "1"); }).code() == error_code::passed_over);
    options counting;
    counting.on_passed_over = passed_over_policy::apply;
    CHECK(upgrade(db, next, "head", counting).steps.size() == 1);
    CHECK(current(db) == std::vector<std::string>{"4"});
    CHECK(downgrade(db, next, "2").steps.size() == 2);
    CHECK(upgrade(db, next).steps.size() == 2);
}
