-- A column joins the primary key.
-- rebuilt: pair
-- ==== before
CREATE TABLE pair (a INTEGER NOT NULL, b TEXT NOT NULL, PRIMARY KEY (a));
-- ==== after
CREATE TABLE pair (a INTEGER NOT NULL, b TEXT NOT NULL, PRIMARY KEY (a, b));
-- ==== up
-- Table pair is rebuilt: the primary key is (a, b) instead of (a).
-- hazard table-rewritten: table pair: all its rows are written anew
CREATE TABLE pair_new (a INTEGER NOT NULL, b TEXT NOT NULL, PRIMARY KEY (a, b));
INSERT INTO pair_new (rowid, a, b)
SELECT a, a, b FROM pair;
DROP TABLE pair;
ALTER TABLE pair_new RENAME TO pair;
-- ==== down
-- Table pair is rebuilt: the primary key is (a) instead of (a, b).
-- hazard constraint: column pair.a: a value that is no whole number, or that two rows share, makes the
-- migration fail
-- hazard table-rewritten: table pair: all its rows are written anew
CREATE TABLE pair_new (a INTEGER NOT NULL, b TEXT NOT NULL, PRIMARY KEY (a));
INSERT INTO pair_new (a, b)
SELECT a, b FROM pair;
DROP TABLE pair;
ALTER TABLE pair_new RENAME TO pair;
