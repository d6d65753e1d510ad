-- A type changes, and a default changes.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT,
    level INTEGER DEFAULT 1
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    level INTEGER DEFAULT 2
);
-- ==== up
-- Table item is rebuilt: column size has type INTEGER instead of TEXT; column level has default 2
-- instead of 1.
-- hazard values-changed: column item.size: text that looks like a number becomes one
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    level INTEGER DEFAULT 2
);
INSERT INTO item_new (id, name, size, level)
SELECT id, name, size, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column size has type TEXT instead of INTEGER; column level has default 1
-- instead of 2.
-- hazard values-changed: column item.size: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT,
    level INTEGER DEFAULT 1
);
INSERT INTO item_new (id, name, size, level)
SELECT id, name, size, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
