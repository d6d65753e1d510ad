-- A default changes, and numbers are given once.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT,
    level INTEGER DEFAULT 2
);
-- ==== up
-- Table item is rebuilt: column id is `id INTEGER PRIMARY KEY AUTOINCREMENT` instead of
-- `id INTEGER PRIMARY KEY`; column level has default 2 instead of 1.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT,
    level INTEGER DEFAULT 2
);
INSERT INTO item_new (id, name, level)
SELECT id, name, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column id is `id INTEGER PRIMARY KEY` instead of
-- `id INTEGER PRIMARY KEY AUTOINCREMENT`; column level has default 1 instead of 2.
-- hazard values-lost: table item: the counter of AUTOINCREMENT is lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1
);
INSERT INTO item_new (id, name, level)
SELECT id, name, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
