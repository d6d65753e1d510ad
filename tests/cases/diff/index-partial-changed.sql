-- Of other rows.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name) WHERE at > '2020';
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name) WHERE at > '2026';
-- ==== up
DROP INDEX ix;

CREATE INDEX ix ON item (name) WHERE at > '2026';
-- ==== down
DROP INDEX ix;

CREATE INDEX ix ON item (name) WHERE at > '2020';
