-- A stored column is added, and the table is renamed.
-- rebuilt: item
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT
);
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    low TEXT AS (lower(name)) STORED
);
-- ==== up
ALTER TABLE thing RENAME TO item;

-- Table item is rebuilt: column low is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    low TEXT AS (lower(name)) STORED
);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME TO thing;

-- hazard table-rewritten: table thing: all its rows are written anew
ALTER TABLE thing DROP COLUMN low;
