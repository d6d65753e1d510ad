-- An index is dropped.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
-- ==== up
DROP INDEX ix;
-- ==== down
CREATE INDEX ix ON item (name);
