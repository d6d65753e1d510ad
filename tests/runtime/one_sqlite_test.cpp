// A program that calls another SQLite than it was compiled with.
#include "catch.hpp"
#include "made_database.hpp"
#include "made_shop.hpp"

#include <sqlite3.h>

#include <string>

namespace headway::tests {
namespace {

history compiled_with(const made_history& made, const char* source_id, bool is_static) {
    history h = made;
    h.sqlite = {source_id, is_static};
    return h;
}

} // namespace

TEST_CASE("an SQLite that is not the one of the program's header is refused, and nothing is written") {
    const made_history made(versions(1));
    const made_database db;
    const char* const newer = "2999-01-01 00:00:00 0123";
    const char* const older = "2000-01-01 00:00:00 0123";
    for (const auto& header : {std::pair{newer, true}, {newer, false}, {older, true}}) {
        const auto& source = header.first; // clang 14 captures no structured bindings
        const bool is_static = header.second;
        const history h = compiled_with(made, source, is_static);
        const auto refuses = [&](auto call) {
            const error failed = failure_of(call);
            CHECK(failed.code() == error_code::settings);
            CHECK(contains(failed.what(), std::string("its header is of ") + source));
            CHECK(contains(failed.what(), std::string("the library of ") + sqlite3_sourceid()));
        };
        refuses([&] { upgrade(db, h); });
        refuses([&] { downgrade(db, h, "base"); });
        refuses([&] { stamp(db, h, {"001"}); });
        refuses([&] { static_cast<void>(pending(db, h)); });
        CHECK(db.value("SELECT count(*) FROM sqlite_schema") == "0");
    }
}

TEST_CASE("a shared SQLite may be newer than the program's header, and a static one is of its source") {
    const made_history made(versions(1));
    for (const bool is_static : {true, false}) {
        const made_database db;
        CHECK(upgrade(db, compiled_with(made, sqlite3_sourceid(), is_static)).steps.size() == 1);
    }
    const made_database db;
    CHECK(upgrade(db, compiled_with(made, "2000-01-01 00:00:00 0123", false)).steps.size() == 1);
}

} // namespace headway::tests
