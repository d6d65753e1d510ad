// What runs within a statement must not end the transaction that protects the upgrade.
#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

#include <string>
#include <vector>

namespace headway::tests {
namespace {

/// `run(sql)` runs SQL on its own connection, as functions of large extensions do, and passes over what
/// fails.
void run_on_own_connection(sqlite3_context* context, int, sqlite3_value** values) {
    sqlite3* const db = sqlite3_context_db_handle(context);
    const auto* const sql = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    sqlite3_result_int(context, sqlite3_exec(db, sql, nullptr, nullptr, nullptr));
}

/// `unwatched(sql)`: the same, but first it takes the authorizer away.
void run_unwatched(sqlite3_context* context, int count, sqlite3_value** values) {
    sqlite3_set_authorizer(sqlite3_context_db_handle(context), nullptr, nullptr);
    run_on_own_connection(context, count, values);
}

/// `step_prepared()` steps a statement that was prepared before the upgrade.
void step_prepared(sqlite3_context* context, int, sqlite3_value**) {
    auto* const statement = static_cast<sqlite3_stmt*>(sqlite3_user_data(context));
    sqlite3_result_int(context, sqlite3_step(statement));
    sqlite3_reset(statement);
}

void provide_functions(sqlite3* db) {
    for (const int flags : {SQLITE_UTF8, SQLITE_UTF8 | SQLITE_DETERMINISTIC}) {
        const char* const name = flags == SQLITE_UTF8 ? "run" : "run_once";
        REQUIRE(sqlite3_create_function(db, name, 1, flags, nullptr, run_on_own_connection, nullptr,
                                        nullptr) == SQLITE_OK);
    }
    REQUIRE(sqlite3_create_function(db, "unwatched", 1, SQLITE_UTF8, nullptr, run_unwatched, nullptr,
                                    nullptr) == SQLITE_OK);
}

constexpr const char* first_up =
    "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT);"
    "CREATE TABLE once (id INTEGER PRIMARY KEY);"
    "CREATE TABLE guarded (id INTEGER);"
    "CREATE TRIGGER guard BEFORE INSERT ON guarded BEGIN SELECT RAISE(ROLLBACK, 'guarded'); END;";

made_history moving(const std::string& in_the_middle) {
    return made_history({{"001", {}, {}, first_up, "SELECT 1;"},
                         {"002",
                          {"001"},
                          {},
                          "CREATE TABLE place (id INTEGER PRIMARY KEY, body TEXT);"
                          "INSERT INTO place SELECT id, body FROM note;" +
                              in_the_middle + "DELETE FROM note;",
                          "SELECT 1;"}});
}

/// A database at 001 with rows.
void fill(const made_database& db) {
    provide_functions(db);
    upgrade(db, moving(""), "001");
    db.run("INSERT INTO note VALUES (1, 'kept'), (2, 'too'); INSERT INTO once VALUES (1)");
}

void check_that_nothing_is_lost(const made_database& db, const std::string& before) {
    CHECK(sqlite3_get_autocommit(db) != 0);
    CHECK(db.dump() == before);
    CHECK(upgrade(db, moving("")).steps.size() == 1);
    CHECK(db.rows("SELECT body FROM place") == names{"kept", "too"});
}

} // namespace

TEST_CASE("a statement that calls what begins or ends a transaction is refused, and nothing is lost") {
    for (const std::string call : {"run", "run_once", "unwatched"}) {
        for (const std::string sql :
             {"ROLLBACK", "COMMIT", "END", "SAVEPOINT mine", "ROLLBACK; BEGIN", "COMMIT; BEGIN",
              "INSERT OR ROLLBACK INTO once VALUES (1)", "INSERT INTO guarded VALUES (1)"}) {
            const std::string called = call + "('" + sql + "')";
            for (const std::string& statement :
                 {"SELECT " + called + ";", "SELECT count(*) FROM note WHERE " + called + " > 0;",
                  "INSERT INTO place (body) SELECT " + called + ";",
                  "UPDATE place SET body = " + called + ";", "DELETE FROM place WHERE " + called + " < 0;",
                  "CREATE TRIGGER t AFTER INSERT ON place BEGIN SELECT " + called +
                      "; END; INSERT INTO place (body) VALUES ('third');"}) {
                // What such a function commits nobody can take back.
                if (call == "unwatched" && sql != "ROLLBACK" && sql.compare(0, 6, "INSERT") != 0) continue;
                CAPTURE(statement);
                const made_database db;
                fill(db);
                const std::string before = db.dump();
                const error failed = failure_of([&] { upgrade(db, moving(statement)); });
                CHECK(contains(failed.what(), "002_made.sql:5:"));
                check_that_nothing_is_lost(db, before);
            }
        }
    }
}

TEST_CASE("the message says what ends the transaction, and what works") {
    const made_database db;
    fill(db);
    const error failed = failure_of([&] { upgrade(db, moving("SELECT run('ROLLBACK');")); });
    CHECK(failed.code() == error_code::refused);
    CHECK(std::string(failed.what()) ==
          "002_made.sql:5:100: this statement calls what runs ROLLBACK, and Headway runs migrations in a "
          "transaction of its own, so that all is done or nothing. Give the statement a revision of its own, "
          "in a section marked `transaction:false`, or leave it out.\n"
          "  SELECT run('ROLLBACK');DELETE FROM note;\nRevision 002 was rolled back.");
    const error swallowed =
        failure_of([&] { upgrade(db, moving("SELECT run('INSERT OR ROLLBACK INTO once VALUES (1)');")); });
    CHECK(swallowed.code() == error_code::refused);
    CHECK(contains(swallowed.what(), "this statement calls what ends the transaction, and Headway"));
}

TEST_CASE("what a statement calls is bound to what migrations may do") {
    for (const char* sql : {"DELETE FROM alembic_version", "DELETE FROM headway_log",
                            "PRAGMA recursive_triggers = ON", "ATTACH '':memory:'' AS other"}) {
        CAPTURE(sql);
        const made_database db;
        fill(db);
        const std::string before = db.dump();
        const std::string statement = "SELECT run('" + std::string(sql) + "');";
        CHECK(failure_of([&] { upgrade(db, moving(statement)); }).code() == error_code::refused);
        CHECK(db.value("PRAGMA recursive_triggers") == "0");
        check_that_nothing_is_lost(db, before);
    }
}

TEST_CASE("a statement that fails and rolls back says why") {
    for (const auto& [statement, message] : std::vector<std::pair<std::string, std::string>>{
             {"INSERT OR ROLLBACK INTO once VALUES (1);", "UNIQUE constraint failed: once.id"},
             {"INSERT INTO guarded VALUES (1);", "guarded"},
             {"CREATE TABLE t (a NOT NULL ON CONFLICT ROLLBACK); INSERT INTO t VALUES (NULL);",
              "NOT NULL constraint failed: t.a"}}) {
        for (const transaction_mode mode : {transaction_mode::all_pending, transaction_mode::per_revision}) {
            CAPTURE(statement);
            const made_database db;
            fill(db);
            const std::string before = db.dump();
            options chosen;
            chosen.transaction = mode;
            const error failed =
                failure_of([&, sql = statement] { upgrade(db, moving(sql), "head", chosen); });
            CHECK(failed.code() == error_code::statement);
            CHECK(contains(failed.what(), message));
            check_that_nothing_is_lost(db, before);
        }
    }
}

TEST_CASE("a statement that was prepared before the upgrade does not end its transaction either") {
    for (const char* sql : {"ROLLBACK", "COMMIT"}) {
        CAPTURE(sql);
        const made_database db;
        fill(db);
        const std::string before = db.dump();
        sqlite3_stmt* prepared = nullptr;
        REQUIRE(sqlite3_prepare_v2(db, sql, -1, &prepared, nullptr) == SQLITE_OK);
        sqlite3_create_function(db, "step_prepared", 0, SQLITE_UTF8, prepared, step_prepared, nullptr,
                                nullptr);
        CHECK(failure_of([&] { upgrade(db, moving("SELECT step_prepared();")); }).code() ==
              error_code::refused);
        sqlite3_finalize(prepared);
        check_that_nothing_is_lost(db, before);
    }
}

TEST_CASE("a callback of the program that ends the transaction is noticed before the next statement") {
    for (const char* sql : {"ROLLBACK", "COMMIT"}) {
        CAPTURE(sql);
        const made_database db;
        fill(db);
        const std::string before = db.dump();
        options meddling;
        meddling.on_progress = [&](const progress&) { db.run(sql); };
        const error failed = failure_of([&] { upgrade(db, moving(""), "head", meddling); });
        CHECK(failed.code() == error_code::database);
        CHECK(contains(failed.what(), "the transaction of the upgrade was ended from outside of it"));
        check_that_nothing_is_lost(db, before);
    }
}

TEST_CASE("a section of its own may have a transaction of its own, and has to end it") {
    const auto alone = [](const std::string& sql) {
        return made_history({{"001", {}, {}, first_up, "SELECT 1;"},
                             {"002", {"001"}, {}, sql, "SELECT 1;", up_without_transaction}});
    };
    const made_database db;
    fill(db);
    const std::string before = db.dump();
    const error failed = failure_of([&] { upgrade(db, alone("SELECT run('BEGIN; DELETE FROM note');")); });
    CHECK(failed.code() == error_code::refused);
    CHECK(contains(failed.what(), "this statement leaves a transaction open, which was rolled back."));
    CHECK(sqlite3_get_autocommit(db) != 0);
    CHECK(db.dump() == before);
    CHECK(upgrade(db, alone("SELECT run('BEGIN; DELETE FROM note WHERE id = 1; COMMIT');")).steps.size() ==
          1);
    CHECK(db.rows("SELECT body FROM note") == names{"too"});
    CHECK(current(db) == names{"002"});
}

} // namespace headway::tests
