#include "prove/newer_syntax.hpp"

#include "catch.hpp"

#include <sqlite3.h>

namespace headway::tests {
using namespace compiler;
namespace {

/// The versions of what is newer in a statement, word by word.
std::vector<int> versions_in(std::string_view sql) {
    const statement_words all = words_of(sql, 0, sql.size());
    std::vector<int> result;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (const newer_feature found = feature_at(all, at); found.version != 0)
            result.push_back(found.version);
    }
    return result;
}

using versions = std::vector<int>;

} // namespace

TEST_CASE("what only a newer SQLite can read is known by its words") {
    CHECK(versions_in("SELECT group_concat(a, ',' ORDER BY b) FROM t") == versions{3044000});
    CHECK(versions_in("SELECT max(a) FILTER (WHERE b > 1_000_000) FROM t") == versions{3046000});
    CHECK(versions_in("ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0)") == versions{3053000});
    CHECK(versions_in("ALTER TABLE main.\"t\" DROP CONSTRAINT c") == versions{3053000});
    CHECK(versions_in("ALTER TABLE t ALTER COLUMN a SET NOT NULL") == versions{3053000});
    CHECK(versions_in("CREATE TRIGGER x DELETE ON t BEGIN SELECT RAISE(ABORT, 'no ' || old.a); END") ==
          versions{3047000});
    CHECK(versions_in("CREATE TRIGGER x DELETE ON t BEGIN SELECT RAISE(FAIL, old.a); END") ==
          versions{3047000});
    CHECK(versions_in("CREATE VIRTUAL TABLE f USING fts5(a, content='', contentless_delete=1)") ==
          versions{3043000});
    CHECK(versions_in("SELECT count(*) FROM t HAVING count(*) > 1") == versions{3039000});
    CHECK(versions_in("SELECT datetime(a, 'subsec'), 'floor' FROM t") == versions{3042000});
}

TEST_CASE("what looks newer and is not is left alone") {
    CHECK(versions_in("SELECT sum(a) OVER (PARTITION BY b ORDER BY c), (SELECT a FROM t ORDER BY b) FROM t "
                      "WINDOW w AS (ORDER BY a)")
              .empty());
    CHECK(versions_in("SELECT a FROM t WHERE a IN (SELECT b FROM u ORDER BY b LIMIT 1) ORDER BY a").empty());
    CHECK(versions_in("ALTER TABLE t ADD COLUMN \"constraint\" INT CONSTRAINT c CHECK (a > 0)").empty());
    CHECK(versions_in("ALTER TABLE t DROP COLUMN a").empty());
    CHECK(versions_in("CREATE TRIGGER x DELETE ON t BEGIN SELECT RAISE(IGNORE), RAISE(ABORT, 'no'); END")
              .empty());
    CHECK(versions_in("CREATE TABLE t (tokendata TEXT, locale TEXT CHECK (locale = 'subsec'))").empty());
    CHECK(
        versions_in("SELECT a, count(*) FROM t WHERE a > (SELECT 1) GROUP BY a HAVING count(*) > 1").empty());
    CHECK(versions_in("SELECT _1_000, '1_000', \"1_0\" FROM t").empty());
}

TEST_CASE("a function is newer by its name and the number of its arguments") {
    CHECK(version_of_function("JSON_pretty", 1) == 3046000);
    CHECK(version_of_function("iif", 2) == 3048000);
    CHECK(version_of_function("iif", 3) == 0);
    CHECK(version_of_function("json_valid", 1) == 0);
    CHECK(version_of_function("strftime", 2) == 0);
}

TEST_CASE("only what the SQLite at hand lacks is said to be newer than it") {
    CHECK(too_old_for(SQLITE_VERSION_NUMBER).empty());
    CHECK(too_old_for(4000000) ==
          std::string("SQLite has it from 4.0 on, and this headway proves with ") + sqlite3_libversion());
}

} // namespace headway::tests
