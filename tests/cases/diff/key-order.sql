-- The columns of a primary key change places.
-- rebuilt: pair
-- ==== before
CREATE TABLE pair (a INTEGER, b TEXT, v, PRIMARY KEY (a, b));
-- ==== after
CREATE TABLE pair (a INTEGER, b TEXT, v, PRIMARY KEY (b, a));
-- ==== up
-- Table pair is rebuilt: the primary key is (b, a) instead of (a, b).
-- hazard table-rewritten: table pair: all its rows are written anew
CREATE TABLE pair_new (a INTEGER, b TEXT, v, PRIMARY KEY (b, a));
INSERT INTO pair_new (rowid, a, b, v)
SELECT rowid, a, b, v FROM pair;
DROP TABLE pair;
ALTER TABLE pair_new RENAME TO pair;
-- ==== down
-- Table pair is rebuilt: the primary key is (a, b) instead of (b, a).
-- hazard table-rewritten: table pair: all its rows are written anew
CREATE TABLE pair_new (a INTEGER, b TEXT, v, PRIMARY KEY (a, b));
INSERT INTO pair_new (rowid, a, b, v)
SELECT rowid, a, b, v FROM pair;
DROP TABLE pair;
ALTER TABLE pair_new RENAME TO pair;
