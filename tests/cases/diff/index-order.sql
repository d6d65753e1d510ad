-- The columns of an index change places.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name, at);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (at, name);
-- ==== up
DROP INDEX ix;

CREATE INDEX ix ON item (at, name);
-- ==== down
DROP INDEX ix;

CREATE INDEX ix ON item (name, at);
