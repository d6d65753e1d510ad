-- An index turns round.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name, at);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name, at DESC);
-- ==== up
DROP INDEX ix;

CREATE INDEX ix ON item (name, at DESC);
-- ==== down
DROP INDEX ix;

CREATE INDEX ix ON item (name, at);
