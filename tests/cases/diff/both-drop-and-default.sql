-- A column is dropped, and a default changes.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1,
    gone TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2
);
-- ==== up
-- Table item is rebuilt: column level has default 2 instead of 1; column gone is dropped.
-- hazard values-lost: column item.gone: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2
);
INSERT INTO item_new (id, name, level)
SELECT id, name, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column level has default 1 instead of 2; column gone is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1,
    gone TEXT
);
INSERT INTO item_new (id, name, level)
SELECT id, name, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
