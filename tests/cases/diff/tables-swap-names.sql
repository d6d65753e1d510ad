-- Two tables that swap their names are taken for two that change.
-- rebuilt: a, b
-- ==== before
CREATE TABLE a (x TEXT);
CREATE TABLE b (x INTEGER);
-- ==== after
CREATE TABLE a (x INTEGER);
CREATE TABLE b (x TEXT);
-- ==== up
-- Table a is rebuilt: column x has type INTEGER instead of TEXT.
-- hazard values-changed: column a.x: text that looks like a number becomes one
-- hazard table-rewritten: table a: all its rows are written anew
CREATE TABLE a_new (x INTEGER);
INSERT INTO a_new (rowid, x)
SELECT rowid, x FROM a;
DROP TABLE a;
ALTER TABLE a_new RENAME TO a;

-- Table b is rebuilt: column x has type TEXT instead of INTEGER.
-- hazard values-changed: column b.x: numbers become text
-- hazard table-rewritten: table b: all its rows are written anew
CREATE TABLE b_new (x TEXT);
INSERT INTO b_new (rowid, x)
SELECT rowid, x FROM b;
DROP TABLE b;
ALTER TABLE b_new RENAME TO b;
-- ==== down
-- Table a is rebuilt: column x has type TEXT instead of INTEGER.
-- hazard values-changed: column a.x: numbers become text
-- hazard table-rewritten: table a: all its rows are written anew
CREATE TABLE a_new (x TEXT);
INSERT INTO a_new (rowid, x)
SELECT rowid, x FROM a;
DROP TABLE a;
ALTER TABLE a_new RENAME TO a;

-- Table b is rebuilt: column x has type INTEGER instead of TEXT.
-- hazard values-changed: column b.x: text that looks like a number becomes one
-- hazard table-rewritten: table b: all its rows are written anew
CREATE TABLE b_new (x INTEGER);
INSERT INTO b_new (rowid, x)
SELECT rowid, x FROM b;
DROP TABLE b;
ALTER TABLE b_new RENAME TO b;
