-- An index of an expression.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (lower(name));
-- ==== up
DROP INDEX ix;

CREATE INDEX ix ON item (lower(name));
-- ==== down
DROP INDEX ix;

CREATE INDEX ix ON item (name);
