-- An index of some rows.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name) WHERE at IS NOT NULL;
-- ==== up
DROP INDEX ix;

CREATE INDEX ix ON item (name) WHERE at IS NOT NULL;
-- ==== down
DROP INDEX ix;

CREATE INDEX ix ON item (name);
