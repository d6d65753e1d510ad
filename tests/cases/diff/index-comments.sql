-- Comments around an index are kept.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
-- For the list.
CREATE INDEX ix ON item (name); -- not unique
-- ==== up
-- For the list.
CREATE INDEX ix ON item (name); -- not unique
-- ==== down
DROP INDEX ix;
