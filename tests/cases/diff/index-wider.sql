-- An index gets another column.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name, at);
-- ==== up
DROP INDEX ix;

CREATE INDEX ix ON item (name, at);
-- ==== down
DROP INDEX ix;

CREATE INDEX ix ON item (name);
