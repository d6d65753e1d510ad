-- An index becomes unique.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE UNIQUE INDEX ix ON item (name);
-- ==== up
DROP INDEX ix;

-- hazard constraint: index ix: two rows alike in (name) make the migration fail
CREATE UNIQUE INDEX ix ON item (name);
-- ==== down
DROP INDEX ix;

CREATE INDEX ix ON item (name);
