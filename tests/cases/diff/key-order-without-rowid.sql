-- So they do where the key is the table.
-- rebuilt: pair
-- ==== before
CREATE TABLE pair (a INTEGER NOT NULL, b TEXT NOT NULL, v, PRIMARY KEY (a, b)) WITHOUT ROWID;
-- ==== after
CREATE TABLE pair (a INTEGER NOT NULL, b TEXT NOT NULL, v, PRIMARY KEY (b, a)) WITHOUT ROWID;
-- ==== up
-- Table pair is rebuilt: the primary key is (b, a) instead of (a, b).
-- hazard table-rewritten: table pair: all its rows are written anew
CREATE TABLE pair_new (a INTEGER NOT NULL, b TEXT NOT NULL, v, PRIMARY KEY (b, a)) WITHOUT ROWID;
INSERT INTO pair_new (a, b, v)
SELECT a, b, v FROM pair;
DROP TABLE pair;
ALTER TABLE pair_new RENAME TO pair;
-- ==== down
-- Table pair is rebuilt: the primary key is (a, b) instead of (b, a).
-- hazard table-rewritten: table pair: all its rows are written anew
CREATE TABLE pair_new (a INTEGER NOT NULL, b TEXT NOT NULL, v, PRIMARY KEY (a, b)) WITHOUT ROWID;
INSERT INTO pair_new (a, b, v)
SELECT a, b, v FROM pair;
DROP TABLE pair;
ALTER TABLE pair_new RENAME TO pair;
