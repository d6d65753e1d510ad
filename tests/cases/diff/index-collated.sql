-- An index with a collation of its own.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name COLLATE NOCASE);
-- ==== up
DROP INDEX ix;

CREATE INDEX ix ON item (name COLLATE NOCASE);
-- ==== down
DROP INDEX ix;

CREATE INDEX ix ON item (name);
