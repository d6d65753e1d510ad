#include "server/catalog.hpp"

#include "catch.hpp"
#include "postgresql/made_server.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

namespace headway::tests {
using namespace compiler;
namespace {

std::vector<cataloged> sorted(std::vector<cataloged> all) {
    std::sort(all.begin(), all.end(), [](const cataloged& left, const cataloged& right) {
        return std::tie(left.name, left.meaning) < std::tie(right.name, right.meaning);
    });
    return all;
}

} // namespace

TEST_CASE("what is read again of a catalog is all that a transaction has changed") {
    const made_server_database in;
    const client db = in.connect();
    const client reader = in.connect();
    const lock_reader locks(db, reader);
    const touch_notes notes(db, locks);
    catalog::prepare(reader);
    db.ask("DROP ROLE IF EXISTS catalog_reader");
    db.ask("CREATE ROLE catalog_reader");
    catalog known(reader);
    std::size_t read_whole = 0;
    for (const char* const statement : {
             "CREATE TABLE a (id serial PRIMARY KEY, b int, c text DEFAULT 'x')",
             "CREATE INDEX a_b ON a (b)",
             "ALTER INDEX a_b RENAME TO a_by_b",
             "COMMENT ON INDEX a_by_b IS 'by b'",
             "COMMENT ON COLUMN a.b IS 'a number'",
             "CREATE VIEW v AS SELECT b, c FROM a",
             "ALTER TABLE a RENAME COLUMN b TO bb",
             "ALTER TABLE a RENAME TO other",
             "ALTER TABLE other RENAME TO a",
             "GRANT SELECT ON a TO catalog_reader",
             "GRANT INSERT ON a TO catalog_reader",
             "DO $$ BEGIN REVOKE INSERT ON a FROM catalog_reader; END $$",
             "CREATE TABLE child (of int CONSTRAINT to_a REFERENCES a)",
             "ALTER TABLE child ADD CONSTRAINT is_there CHECK (of IS NOT NULL) NOT VALID",
             "ALTER TABLE child VALIDATE CONSTRAINT is_there",
             "CREATE TYPE mood AS ENUM ('sad')",
             "ALTER TYPE mood ADD VALUE 'glad'",
             "ALTER TABLE child ADD COLUMN m mood",
             "ALTER TYPE mood RENAME TO temper",
             "CREATE DOMAIN d AS int CONSTRAINT positive CHECK (VALUE > 0)",
             "COMMENT ON CONSTRAINT positive ON DOMAIN d IS 'more than nothing'",
             "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
             "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2'",
             "ALTER TABLE child ADD COLUMN n int DEFAULT f()",
             "ALTER FUNCTION f() RENAME TO g",
             "CREATE FUNCTION fired() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
             "CREATE TRIGGER fires BEFORE INSERT ON child FOR EACH ROW EXECUTE FUNCTION fired()",
             "ALTER TABLE child DISABLE TRIGGER fires",
             "COMMENT ON TRIGGER fires ON child IS 'often'",
             "CREATE RULE r AS ON DELETE TO child DO INSTEAD NOTHING",
             "CREATE POLICY p ON child USING (n > 0)",
             "ALTER TABLE child ENABLE ROW LEVEL SECURITY",
             "DROP FUNCTION g() CASCADE",
             "DROP TYPE temper CASCADE",
             "CREATE TABLE parted (a int, b int) PARTITION BY RANGE (a)",
             "CREATE TABLE part PARTITION OF parted FOR VALUES FROM (1) TO (2)",
             "ALTER TABLE parted ADD COLUMN c int DEFAULT 1",
             "CREATE INDEX parted_b ON parted (b)",
             "ALTER TABLE parted DETACH PARTITION part",
             "ALTER TABLE parted ATTACH PARTITION part FOR VALUES FROM (3) TO (4)",
             "CREATE TABLE heir () INHERITS (a)",
             "ALTER TABLE a ADD COLUMN late int",
             "ALTER TABLE a DROP COLUMN late, ADD COLUMN later int",
             "CREATE SCHEMA s CREATE TABLE in_s (a int) CREATE VIEW of_s AS SELECT a FROM in_s",
             "ALTER SCHEMA s RENAME TO s2",
             "ALTER TABLE a SET SCHEMA s2",
             "CREATE SEQUENCE seq; ALTER SEQUENCE seq INCREMENT 7",
             "CREATE MATERIALIZED VIEW m AS SELECT 1 AS one; CREATE UNIQUE INDEX m_one ON m (one)",
             "REFRESH MATERIALIZED VIEW m",
             "CLUSTER part USING part_b_idx",
             "ALTER TABLE part SET WITHOUT CLUSTER",
             "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'm_one'::regclass",
             "DO $$ BEGIN CREATE TABLE twice (a int); RAISE EXCEPTION 'x'; EXCEPTION WHEN OTHERS THEN CREATE "
             "TABLE twice (b int); END $$",
             "SET LOCAL session_replication_role = replica; CREATE TYPE quiet AS (a int)",
             "REASSIGN OWNED BY catalog_reader TO CURRENT_USER; DROP OWNED BY catalog_reader",
             "CREATE TEMPORARY TABLE gone (a int) ON COMMIT DROP",
             "CREATE TABLE copied AS SELECT * FROM child; INSERT INTO copied DEFAULT VALUES",
             "DELETE FROM copied; ALTER TABLE copied ALTER COLUMN of TYPE bigint, ALTER COLUMN of SET NOT "
             "NULL",
             "DROP VIEW v; DROP TABLE s2.a CASCADE",
             "DROP SCHEMA s2 CASCADE",
         }) {
        CAPTURE(statement);
        db.ask("BEGIN");
        db.ask(statement);
        const touched_objects touched = notes.take();
        db.ask("COMMIT");
        read_whole += touched.everything ? 1 : 0;
        known = known.renewed(reader, touched);
        CHECK(differences_of(sorted(known.all()), sorted(catalog(reader).all())) ==
              std::vector<std::string>());
    }
    CHECK(read_whole < 20); // those that give something another name, or a right
    db.ask("DROP ROLE catalog_reader");
}

} // namespace headway::tests
