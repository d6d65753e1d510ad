#include "schema/schema.hpp"

#include "catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <string>

using namespace headway::compiler;

namespace {

int run(sqlite3* db, const char* format, const char* const* names) {
    char* const sql = sqlite3_mprintf(format, names[1], names[2], names[1], names[2], names[2]);
    const int code = sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
    sqlite3_free(sql);
    return code;
}

int open(sqlite3* db, void*, int, const char* const*, sqlite3_vtab** made, char**) {
    *made = new sqlite3_vtab{};
    return sqlite3_declare_vtab(db, "CREATE TABLE x (v)");
}

int create(sqlite3* db, void* aux, int count, const char* const* names, sqlite3_vtab** made, char** message) {
    const int code = run(
        db, "CREATE TABLE \"%w\".\"%w_cells00\" (v); CREATE INDEX \"%w\".\"%w_by_v\" ON \"%w_cells00\" (v)",
        names);
    return code == SQLITE_OK ? open(db, aux, count, names, made, message) : code;
}

int plan(sqlite3_vtab*, sqlite3_index_info*) {
    return SQLITE_OK;
}

int forget(sqlite3_vtab* table) {
    delete table;
    return SQLITE_OK;
}

/// A module that tells SQLite of none of its tables, and leaves them behind when it goes.
sqlite3_module keeper() {
    sqlite3_module module{};
    module.iVersion = 1;
    module.xCreate = &create;
    module.xConnect = &open;
    module.xBestIndex = &plan;
    module.xDisconnect = &forget;
    module.xDestroy = &forget;
    return module;
}

struct database {
    SQLite::Database handle{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    sqlite3_module module = keeper();
    schema_reader reader;

    database() { sqlite3_create_module(handle.getHandle(), "keeper", &module, nullptr); }
    std::string names_after(const char* sql) {
        handle.exec(sql);
        std::string names;
        for (const auto& object : reader.read(handle).objects)
            names += object->name + " ";
        CHECK(handle.execAndGet("SELECT count(*) FROM temp.sqlite_schema").getInt() == 0);
        return names;
    }
};

} // namespace

TEST_CASE("what CREATE VIRTUAL TABLE makes belongs to the virtual table") {
    database one;
    CHECK(one.names_after("CREATE VIRTUAL TABLE v USING keeper") == "v ");
    CHECK(one.names_after("CREATE TABLE plain (a)") == "v plain ");
    CHECK(one.names_after("CREATE VIRTUAL TABLE \"My table\" USING keeper(with, options)") ==
          "v plain My table ");
}

TEST_CASE("a table that is only named like one of a virtual table is the user's") {
    database one;
    CHECK(one.names_after("CREATE VIRTUAL TABLE v USING keeper; CREATE TABLE v_notes (a);"
                          "CREATE INDEX i ON v_notes (a); CREATE TABLE v_cells00x (a)") ==
          "v v_notes i v_cells00x ");
}

TEST_CASE("what a module does not keep is seen, whichever comes first") {
    database one;
    CHECK(one.names_after("CREATE TABLE v_own (a)") == "v_own ");
    CHECK(one.names_after("CREATE VIRTUAL TABLE v USING keeper") == "v_own v ");
    CHECK(one.names_after("CREATE VIRTUAL TABLE v_own_v USING keeper; CREATE TABLE v_own_more (b)") ==
          "v_own v v_own_v v_own_more ");
}
