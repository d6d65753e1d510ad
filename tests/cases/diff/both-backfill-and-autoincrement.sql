-- A column is added and filled, and numbers are given once.
-- rebuilt: item
-- made up: item.grade
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT,
    grade TEXT NOT NULL -- @backfill coalesce(name, '')
);
-- ==== up
-- Table item is rebuilt: column id is `id INTEGER PRIMARY KEY AUTOINCREMENT` instead of
-- `id INTEGER PRIMARY KEY`; column grade is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT,
    grade TEXT NOT NULL
);
INSERT INTO item_new (id, name, grade)
SELECT id, name, coalesce(name, '') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column id is `id INTEGER PRIMARY KEY` instead of
-- `id INTEGER PRIMARY KEY AUTOINCREMENT`; column grade is dropped.
-- hazard values-lost: column item.grade: its values are lost
-- hazard values-lost: table item: the counter of AUTOINCREMENT is lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT
);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
