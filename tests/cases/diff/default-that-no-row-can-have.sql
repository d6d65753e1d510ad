-- A new column's default that each row breaks keeps the migration from being written.
-- rebuilt: none
-- ==== before
CREATE TABLE gauge (v REAL) STRICT;
CREATE TABLE count (v REAL);
CREATE TABLE fine (v REAL);
CREATE TABLE given (v REAL) STRICT;
-- ==== after
CREATE TABLE gauge (v REAL, n INT DEFAULT 'n') STRICT;
CREATE TABLE count (v REAL, n INT DEFAULT 0 CHECK (n > 0));
CREATE TABLE fine (v REAL, n INT DEFAULT 1 CHECK (n > 0), m INT CHECK (m > v), CHECK (n > m));
CREATE TABLE given (v REAL, n INT NOT NULL DEFAULT 'n') STRICT;
-- ==== refused
[conversion] table gauge: table gauge can keep no row, since SQLite refuses each: cannot store TEXT value in INT column gauge.n. Correct the DEFAULT or the constraint, or say what the column is in the rows that exist, on its line in the schema: `-- @backfill EXPRESSION`
[conversion] table count: table count can keep no row, since SQLite refuses each: CHECK constraint failed: n > 0. Correct the DEFAULT or the constraint, or say what the column is in the rows that exist, on its line in the schema: `-- @backfill EXPRESSION`
[conversion] table given: table given can keep no row, since SQLite refuses each: cannot store TEXT value in INT column given.n. Correct the DEFAULT or the constraint, or say what the column is in the rows that exist, on its line in the schema: `-- @backfill EXPRESSION`
