-- A unique index is added.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE UNIQUE INDEX ix ON item (name, at);
-- ==== up
-- hazard constraint: index ix: two rows alike in (name, at) make the migration fail
CREATE UNIQUE INDEX ix ON item (name, at);
-- ==== down
DROP INDEX ix;
