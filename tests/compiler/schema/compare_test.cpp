#include "schema/compare.hpp"

#include "catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace headway;
using namespace headway::compiler;

namespace {

schema schema_of(const std::string& sql) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(sql);
    return read_schema(database);
}

/// All that `actual` has to say against `expected`, a line each.
std::string differences(const std::string& expected, const std::string& actual) {
    std::string lines;
    for (const difference& one : compare(schema_of(expected), schema_of(actual))) {
        for (const std::string& line : describe(one))
            lines += line + "\n";
    }
    return lines;
}

} // namespace

TEST_CASE("spelling is no difference between schemas") {
    const auto [left, right] = GENERATE(table<std::string, std::string>({
        {"CREATE TABLE t (a INTEGER, b TEXT)", "create  table T(A integer,\n  b /* words */ text -- more\n)"},
        {"CREATE TABLE t (a, b)", "CREATE TABLE IF NOT EXISTS main.[t] (\"a\", `b`)"},
        {"CREATE TABLE t (a, b)", "CREATE TABLE 't' ('a', 'b')"},
        {"CREATE TABLE t (a)", "CREATE TABLE new (a); ALTER TABLE new RENAME TO t"},
        {"CREATE TABLE t (a DEFAULT \"Foo\")", "CREATE TABLE t (a DEFAULT 'Foo')"},
        {"CREATE TABLE t (a DEFAULT Foo)", "CREATE TABLE t (a DEFAULT [Foo])"},
        {"CREATE TABLE t (a DEFAULT CURRENT_TIMESTAMP)", "CREATE TABLE t (a DEFAULT current_timestamp)"},
        {"CREATE TABLE t (Foo, CHECK (Foo > 1))", "CREATE TABLE t (foo, CHECK (\"Foo\" > 1))"},
        {"CREATE TABLE t (Foo, CHECK (\"Foo\" > 1))", "CREATE TABLE t (foo, CHECK (\"foo\" > 1))"},
        {"CREATE TABLE t (a COLLATE NOCASE)", "CREATE TABLE t (a COLLATE \"nocase\")"},
        {"CREATE TABLE t (a, CONSTRAINT Ck CHECK (a))", "CREATE TABLE t (a, CONSTRAINT \"ck\" CHECK (a))"},
        {"CREATE TABLE t (a VARCHAR(10))", "CREATE TABLE t (a varchar /* of */ ( 10 ))"},
        {"CREATE TABLE p (a); CREATE TABLE t (b REFERENCES p (a))",
         "CREATE TABLE q (a); CREATE TABLE t (b REFERENCES q (a)); ALTER TABLE q RENAME TO p"},
        {"CREATE TABLE p (a); CREATE VIEW v AS SELECT a FROM p",
         "CREATE TABLE q (c); CREATE VIEW v AS SELECT c FROM q; ALTER TABLE q RENAME TO p;"
         "ALTER TABLE p RENAME COLUMN c TO \"a\""},
        {"CREATE TABLE t (a INTEGER NOT NULL DEFAULT 1)", "CREATE TABLE t (a INTEGER DEFAULT 1 NOT NULL)"},
        {"CREATE TABLE t (a, CHECK (a > 0), CHECK (a < 9))",
         "CREATE TABLE t (a, CHECK (a < 9), CHECK (a > 0))"},
        {"CREATE TABLE t (a UNIQUE)", "CREATE TABLE new (a UNIQUE); ALTER TABLE new RENAME TO t"},
        {"CREATE TABLE t (a); CREATE TABLE u (b)", "CREATE TABLE u (b); CREATE TABLE t (a)"},
        {"CREATE TABLE t (a, b); CREATE TRIGGER r AFTER UPDATE OF a, b ON t BEGIN INSERT INTO t (a) VALUES "
         "(1); "
         "END",
         "CREATE TABLE t (a, b); CREATE TRIGGER r AFTER UPDATE OF 'A', 'b' ON 't' BEGIN INSERT INTO 't' "
         "('a') "
         "VALUES (1); END"},
        {"CREATE TABLE t (a, b, UNIQUE (a), PRIMARY KEY (a, b COLLATE nocase))",
         "CREATE TABLE t (a, b, UNIQUE ('a'), PRIMARY KEY ('a', 'b' COLLATE nocase))"},
        {"CREATE TABLE p (a UNIQUE); CREATE TABLE t (b, FOREIGN KEY (b) REFERENCES p (a))",
         "CREATE TABLE p (a UNIQUE); CREATE TABLE t (b, FOREIGN KEY ('b') REFERENCES 'p' ('a'))"},
        {"CREATE TABLE t (a, b); CREATE INDEX i ON t (a, b DESC) WHERE a IN ('x', 'y')",
         "CREATE TABLE t (a, b); CREATE INDEX i ON 't' ('A', 'b' DESC) WHERE a IN ('x', 'y')"},
        {"CREATE TABLE t (a); CREATE VIEW v AS SELECT * FROM t JOIN t AS u",
         "CREATE TABLE t (a); CREATE VIEW v AS SELECT * FROM 't' JOIN 't' AS u"},
        {"CREATE TABLE t (a); CREATE INDEX i ON t (a)",
         "CREATE TABLE t (a); CREATE INDEX IF NOT EXISTS I ON \"t\"(A)"},
    }));
    INFO(left << "\n" << right);
    CHECK(differences(left, right) == "");
    CHECK(differences(right, left) == "");
}

TEST_CASE("words that say nothing are no difference between schemas") {
    const auto [left, right] = GENERATE(table<std::string, std::string>({
        {"CREATE TABLE t (a); CREATE INDEX i ON t (a ASC)", "CREATE TABLE t (a); CREATE INDEX i ON t (a)"},
        {"CREATE TABLE t (a); CREATE INDEX i ON t (lower(a) ASC, a DESC) WHERE a > 0",
         "CREATE TABLE t (a); CREATE INDEX i ON t (lower(a), a DESC) WHERE a > 0"},
        {"CREATE TABLE t (a INTEGER PRIMARY KEY ASC AUTOINCREMENT)",
         "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)"},
        {"CREATE TABLE t (a, UNIQUE (a ASC))", "CREATE TABLE t (a, UNIQUE (a))"},
        {"CREATE TABLE t (a); CREATE VIEW v AS SELECT a FROM t ORDER BY a ASC LIMIT 3",
         "CREATE TABLE t (a); CREATE VIEW v AS SELECT a FROM t ORDER BY a LIMIT 3"},
        {"CREATE TABLE t (a NULL)", "CREATE TABLE t (a)"},
        {"CREATE TABLE t (a TEXT NULL DEFAULT 'x')", "CREATE TABLE t (a TEXT DEFAULT 'x')"},
        {"CREATE TABLE t (a DEFAULT NULL)", "CREATE TABLE t (a)"},
        {"CREATE TABLE t (a DEFAULT (NULL))", "CREATE TABLE t (a)"},
        {"CREATE TABLE t (a DEFAULT FALSE)", "CREATE TABLE t (a DEFAULT 0)"},
        {"CREATE TABLE t (a NOT NULL DEFAULT (true))", "CREATE TABLE t (a DEFAULT +1 NOT NULL)"},
        {"CREATE TABLE t (a DEFAULT (0))", "CREATE TABLE t (a DEFAULT 0)"},
        {"CREATE TABLE t (a DEFAULT ((-1)))", "CREATE TABLE t (a DEFAULT -1)"},
        {"CREATE TABLE t (a DEFAULT ('x'))", "CREATE TABLE t (a DEFAULT \"x\")"},
        {"CREATE TABLE t (a DEFAULT (CURRENT_DATE))", "CREATE TABLE t (a DEFAULT CURRENT_DATE)"},
        {"CREATE TABLE t (a CHECK ((a IN (0, 1))))", "CREATE TABLE t (a CHECK (a IN (0, 1)))"},
        {"CREATE TABLE t (a CHECK (a <> FALSE))", "CREATE TABLE t (a CHECK (a != 0))"},
        {"CREATE TABLE t (a); CREATE INDEX i ON t (a) WHERE a = TRUE",
         "CREATE TABLE t (a); CREATE INDEX i ON t (a) WHERE a == 1"},
        {"CREATE TABLE t (a COLLATE BINARY)", "CREATE TABLE t (a)"},
        {"CREATE TABLE t (a UNIQUE ON CONFLICT ABORT)", "CREATE TABLE t (a UNIQUE)"},
        {"CREATE TABLE t (a, b GENERATED ALWAYS AS ((a + 1)) VIRTUAL)", "CREATE TABLE t (a, b AS (a + 1))"},
        {"CREATE TABLE p (k PRIMARY KEY); CREATE TABLE t (a REFERENCES p (k))",
         "CREATE TABLE p (k PRIMARY KEY); CREATE TABLE t (a REFERENCES p)"},
        {"CREATE TABLE p (k, l, PRIMARY KEY (l, k)); CREATE TABLE t (a, b, FOREIGN KEY (a, b) REFERENCES p)",
         "CREATE TABLE p (k, l, PRIMARY KEY (l, k));"
         "CREATE TABLE t (a, b, FOREIGN KEY (a, b) REFERENCES P (L, \"k\"))"},
        {"CREATE TABLE t (a INTEGER PRIMARY KEY, b REFERENCES t ON DELETE CASCADE)",
         "CREATE TABLE t (a INTEGER PRIMARY KEY, b REFERENCES t (a) ON DELETE CASCADE)"},
        {"CREATE TABLE p (a); CREATE TABLE t (a REFERENCES p (a) ON UPDATE NO ACTION NOT DEFERRABLE)",
         "CREATE TABLE p (a); CREATE TABLE t (a REFERENCES p (a))"},
        {"CREATE TABLE p (a); CREATE TABLE t (a REFERENCES p (a) ON UPDATE CASCADE ON DELETE SET NULL)",
         "CREATE TABLE p (a); CREATE TABLE t (a REFERENCES p (a) ON DELETE SET NULL MATCH SIMPLE ON UPDATE "
         "CASCADE)"},
        {"CREATE TABLE p (a); CREATE TABLE t (a REFERENCES p (a) DEFERRABLE INITIALLY IMMEDIATE)",
         "CREATE TABLE p (a); CREATE TABLE t (a REFERENCES p (a))"},
        {"CREATE TABLE t (a, b, UNIQUE (a), UNIQUE (b))", "CREATE TABLE t (a, b, UNIQUE (b), UNIQUE (a))"},
        {"CREATE TABLE p (a); CREATE TABLE t (a, b, FOREIGN KEY (a) REFERENCES p (a), FOREIGN KEY (b) "
         "REFERENCES p (a))",
         "CREATE TABLE p (a); CREATE TABLE t (a, b, FOREIGN KEY (b) REFERENCES p (a), FOREIGN KEY (a) "
         "REFERENCES p (a))"},
        {"CREATE TABLE t (a); CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW BEGIN SELECT 1; END",
         "CREATE TABLE t (a); CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END"},
    }));
    INFO(left << "\n" << right);
    CHECK(differences(left, right) == "");
    CHECK(differences(right, left) == "");
}

TEST_CASE("words that only look as if they said nothing are a difference") {
    const auto [left, right] = GENERATE(table<std::string, std::string>({
        {"CREATE TABLE t (a, \"asc\"); CREATE INDEX i ON t (asc)",
         "CREATE TABLE t (a, \"asc\"); CREATE INDEX i ON t (a)"},
        {"CREATE TABLE t (a asc)", "CREATE TABLE t (a)"},
        {"CREATE TABLE t (a INTEGER PRIMARY KEY DESC)", "CREATE TABLE t (a INTEGER PRIMARY KEY)"},
        {"CREATE TABLE t (a DEFAULT 'FALSE')", "CREATE TABLE t (a DEFAULT FALSE)"},
        {"CREATE TABLE t (a DEFAULT '0')", "CREATE TABLE t (a DEFAULT 0)"},
        {"CREATE TABLE t (a DEFAULT 'NULL')", "CREATE TABLE t (a)"},
        {"CREATE TABLE t (a DEFAULT 0 NOT NULL)", "CREATE TABLE t (a DEFAULT 0 NULL)"},
        {"CREATE TABLE t (a CHECK (a IS TRUE))", "CREATE TABLE t (a CHECK (a IS 1))"},
        {"CREATE TABLE t (a CHECK (a IS NOT FALSE))", "CREATE TABLE t (a CHECK (a IS NOT 0))"},
        {"CREATE TABLE t (a, \"true\", CHECK (a > true))", "CREATE TABLE t (a, \"true\", CHECK (a > 1))"},
        {"CREATE TABLE t (a CHECK ((a > 0) = (a < 5)))", "CREATE TABLE t (a CHECK (a > 0 = a < 5))"},
        {"CREATE TABLE t (a COLLATE NOCASE)", "CREATE TABLE t (a COLLATE BINARY)"},
        {"CREATE TABLE t (a, b AS (a) STORED)", "CREATE TABLE t (a, b AS (a) VIRTUAL)"},
        {"CREATE TABLE p (k PRIMARY KEY, l UNIQUE); CREATE TABLE t (a REFERENCES p (l))",
         "CREATE TABLE p (k PRIMARY KEY, l UNIQUE); CREATE TABLE t (a REFERENCES p)"},
        {"CREATE TABLE p (k, l, PRIMARY KEY (l, k)); CREATE TABLE t (a, b, FOREIGN KEY (a, b) REFERENCES p)",
         "CREATE TABLE p (k, l, PRIMARY KEY (l, k));"
         "CREATE TABLE t (a, b, FOREIGN KEY (a, b) REFERENCES p (k, l))"},
        {"CREATE TABLE p (a); CREATE TABLE t (a REFERENCES p (a) ON DELETE RESTRICT)",
         "CREATE TABLE p (a); CREATE TABLE t (a REFERENCES p (a) ON DELETE NO ACTION)"},
        {"CREATE TABLE p (a); CREATE TABLE t (a REFERENCES p (a) ON DELETE CASCADE ON UPDATE SET NULL)",
         "CREATE TABLE p (a); CREATE TABLE t (a REFERENCES p (a) ON UPDATE CASCADE ON DELETE SET NULL)"},
        {"CREATE TABLE t (a, b, UNIQUE (a, b))", "CREATE TABLE t (a, b, UNIQUE (b, a))"},
        {"CREATE TABLE t (a MATCH)", "CREATE TABLE t (a)"},
    }));
    INFO(left << "\n" << right);
    CHECK(differences(left, right) != "");
    CHECK(differences(right, left) != "");
}

TEST_CASE("every difference in meaning is named") {
    const auto [expected, actual, message] = GENERATE(table<std::string, std::string, std::string>({
        {"CREATE TABLE t (a)", "", "table t is missing\n"},
        {"", "CREATE TABLE t (a)", "table t is left behind\n"},
        {"CREATE TABLE t (a)", "CREATE TABLE t (a); CREATE INDEX ix_a ON t (a)",
         "index ix_a is left behind\n"},
        {"CREATE TABLE t (a); CREATE VIEW v AS SELECT a FROM t", "CREATE TABLE t (a)", "view v is missing\n"},
        {"CREATE TABLE t (a); CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END", "CREATE TABLE t (a)",
         "trigger g is missing\n"},
        {"CREATE TABLE t (b INTEGER)", "CREATE TABLE t (b TEXT)",
         "table t: column b has type TEXT instead of INTEGER\n"},
        {"CREATE TABLE t (b)", "CREATE TABLE t (b TEXT NOT NULL)",
         "table t: column b has type TEXT instead of none\ntable t: column b is NOT NULL\n"},
        {"CREATE TABLE t (a, b)", "CREATE TABLE t (a, c)",
         "table t: column b is missing\ntable t: column c is left behind\n"},
        {"CREATE TABLE t (a DEFAULT 'Foo')", "CREATE TABLE t (a DEFAULT \"foo\")",
         "table t: column a has default \"foo\" instead of 'Foo'\n"},
        {"CREATE TABLE t (a DEFAULT 1)", "CREATE TABLE t (a)",
         "table t: column a has no default instead of 1\n"},
        {"CREATE TABLE t (a COLLATE NOCASE)", "CREATE TABLE t (a)",
         "table t: column a is `a` instead of `a COLLATE NOCASE`\n"},
        {"CREATE TABLE t (a CHECK (a <> 'X'))", "CREATE TABLE t (a CHECK (a <> 'x'))",
         "table t: column a is `a CHECK (a <> 'x')` instead of `a CHECK (a <> 'X')`\n"},
        {"CREATE TABLE t (a CHECK (a <> \"X\"))", "CREATE TABLE t (a CHECK (a <> \"x\"))",
         "table t: column a is `a CHECK (a <> \"x\")` instead of `a CHECK (a <> \"X\")`\n"},
        {"CREATE TABLE t (a, CHECK (a > 0))", "CREATE TABLE t (a, CHECK (a > 1))",
         "table t: constraint `CHECK (a > 0)` is missing\ntable t: constraint `CHECK (a > 1)` is left "
         "behind\n"},
        {"CREATE TABLE t (a, b, PRIMARY KEY (a, b))", "CREATE TABLE t (a, b, PRIMARY KEY (b, a))",
         "table t: the primary key is (b, a) instead of (a, b)\n"},
        {"CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)", "CREATE TABLE t (a INTEGER PRIMARY KEY)",
         "table t: column a is `a INTEGER PRIMARY KEY` instead of `a INTEGER PRIMARY KEY AUTOINCREMENT`\n"},
        {"CREATE TABLE t (a INT PRIMARY KEY) WITHOUT ROWID", "CREATE TABLE t (a INT PRIMARY KEY)",
         "table t: it is not WITHOUT ROWID\n"},
        {"CREATE TABLE t (a INT) STRICT", "CREATE TABLE t (a INT)", "table t: it is not STRICT\n"},
        {"CREATE TABLE t (a UNIQUE ON CONFLICT IGNORE)", "CREATE TABLE t (a UNIQUE)",
         "table t: column a is `a UNIQUE` instead of `a UNIQUE ON CONFLICT IGNORE`\n"},
        {"CREATE TABLE p (a); CREATE TABLE t (a REFERENCES p DEFERRABLE INITIALLY DEFERRED)",
         "CREATE TABLE p (a); CREATE TABLE t (a REFERENCES p)",
         "table t: column a is `a REFERENCES p` instead of `a REFERENCES p DEFERRABLE INITIALLY DEFERRED`\n"},
        {"CREATE TABLE t (a, b AS (a) STORED)", "CREATE TABLE t (a, b AS (a))",
         "table t: column b is a virtual generated column instead of a stored generated column\n"},
        {"CREATE TABLE t (a, b)", "CREATE TABLE t (b, a)", "table t has its columns in another order\n"},
        {"CREATE TABLE t (a); CREATE INDEX i ON t (a || 'X')",
         "CREATE TABLE t (a); CREATE INDEX i ON t (a || 'x')",
         "index i: it is `CREATE INDEX i ON t (a || 'x')` instead of `CREATE INDEX i ON t (a || 'X')`\n"},
        {"CREATE TABLE t (a); CREATE INDEX i ON t (a) WHERE a IN ('X')",
         "CREATE TABLE t (a); CREATE INDEX i ON t (a) WHERE a IN ('x')",
         "index i: it is `CREATE INDEX i ON t (a) WHERE a IN ('x')` instead of "
         "`CREATE INDEX i ON t (a) WHERE a IN ('X')`\n"},
        {"CREATE TABLE t (a); CREATE VIEW v AS SELECT a IS NOT DISTINCT FROM 'X' FROM t",
         "CREATE TABLE t (a); CREATE VIEW v AS SELECT a IS NOT DISTINCT FROM 'x' FROM t",
         "view v: it is `CREATE VIEW v AS SELECT a IS NOT DISTINCT FROM 'x' FROM t` instead of "
         "`CREATE VIEW v AS SELECT a IS NOT DISTINCT FROM 'X' FROM t`\n"},
        {"CREATE TABLE t (a); CREATE TRIGGER r AFTER UPDATE OF a ON t BEGIN INSERT INTO t (a) VALUES ('X'); "
         "END",
         "CREATE TABLE t (a); CREATE TRIGGER r AFTER UPDATE OF a ON t BEGIN INSERT INTO t (a) VALUES ('x'); "
         "END",
         "trigger r: it is `… t (a) VALUES ('x'); END` instead of `… t (a) VALUES ('X'); END`\n"},
        {"CREATE TABLE t (a); CREATE INDEX i ON t (a)", "CREATE TABLE t (a); CREATE INDEX i ON t (a DESC)",
         "index i: it is `CREATE INDEX i ON t (a DESC)` instead of `CREATE INDEX i ON t (a)`\n"},
        {"CREATE TABLE t (a COLLATE NOCASE); CREATE INDEX i ON t (a)",
         "CREATE TABLE t (a); CREATE INDEX i ON t (a)",
         "table t: column a is `a` instead of `a COLLATE NOCASE`\n"
         "index i: SQLite reports another structure for the same statement\n"},
        {"CREATE VIRTUAL TABLE t USING fts5(a, tokenize='porter')", "CREATE VIRTUAL TABLE t USING fts5(a)",
         "table t: it is `CREATE VIRTUAL TABLE t USING fts5(a)` instead of"
         " `CREATE VIRTUAL TABLE t USING fts5(a, tokenize='porter')`\n"},
        {"CREATE TABLE t (a); CREATE VIEW v AS SELECT NULL FROM t",
         "CREATE TABLE t (a); CREATE VIEW v AS SELECT \"null\" FROM t",
         "view v: it is `CREATE VIEW v AS SELECT \"null\" FROM t` instead of `CREATE VIEW v AS SELECT NULL "
         "FROM t`\n"},
        {"CREATE TABLE t (a); CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET a = 1 WHERE a = 2;"
         " DELETE FROM t WHERE a = 3; END",
         "CREATE TABLE t (a); CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET a = 1 WHERE a = 2;"
         " DELETE FROM t WHERE a = 4; END",
         "trigger g: it is `… FROM t WHERE a = 4; END` instead of `… FROM t WHERE a = 3; END`\n"},
    }));
    INFO(expected << "\n" << actual);
    CHECK(differences(expected, actual) == message);
}

TEST_CASE("shadow tables, SQLite's own tables and the caller's tables are left out") {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("CREATE TABLE mine (a); CREATE INDEX ix_mine ON mine (a);"
                  "CREATE TRIGGER tr_mine AFTER INSERT ON mine BEGIN SELECT 1; END;"
                  "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT); ANALYZE;"
                  "CREATE VIRTUAL TABLE f USING fts5(x); CREATE VIRTUAL TABLE r USING rtree(id, a, b);");
    std::string names;
    for (const auto& object : read_schema(database, {"Mine"}).objects)
        names += object->name + " ";
    CHECK(names == "t f r ");
}

TEST_CASE("the words for a difference are the caller's") {
    const auto all =
        compare(schema_of("CREATE TABLE t (a)"), schema_of("CREATE TABLE t (b); CREATE TABLE u (c)"));
    REQUIRE(all.size() == 2);
    const difference_words words{"is only in the file", "is only in the database", "is ordered otherwise"};
    CHECK(describe(all[0], words) == std::vector<std::string>{"table t: column a is only in the file",
                                                              "table t: column b is only in the database"});
    CHECK(describe(all[1], words) == std::vector<std::string>{"table u is only in the database"});
}
