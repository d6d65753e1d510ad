-- No two rows are alike in a key that holds the rowid, whatever its collation.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
CREATE UNIQUE INDEX ix ON item (lower(name), id COLLATE NOCASE);
-- ==== up
CREATE UNIQUE INDEX ix ON item (lower(name), id COLLATE NOCASE);
-- ==== down
DROP INDEX ix;
