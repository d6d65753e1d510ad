-- An index of another name is another index.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix ON item (name);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix_item_name ON item (name);
-- ==== up
DROP INDEX ix;

CREATE INDEX ix_item_name ON item (name);
-- ==== down
DROP INDEX ix_item_name;

CREATE INDEX ix ON item (name);
