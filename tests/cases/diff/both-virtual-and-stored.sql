-- A virtual column is added, and a stored column is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    loud TEXT AS (upper(name)),
    low TEXT AS (lower(name)) STORED
);
-- ==== up
-- Table item is rebuilt: column loud is added; column low is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    loud TEXT AS (upper(name)),
    low TEXT AS (lower(name)) STORED
);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item DROP COLUMN loud;
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN low;
