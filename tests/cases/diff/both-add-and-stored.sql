-- A column is added, and a stored column is added.
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
    note TEXT,
    low TEXT AS (lower(name)) STORED
);
-- ==== up
-- Table item is rebuilt: column note is added; column low is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    note TEXT,
    low TEXT AS (lower(name)) STORED
);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- hazard values-lost: column item.note: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN note;
ALTER TABLE item DROP COLUMN low;
