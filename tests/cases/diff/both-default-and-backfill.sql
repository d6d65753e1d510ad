-- A default changes, and a column is added and filled.
-- rebuilt: item
-- made up: item.grade
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2,
    grade TEXT NOT NULL -- @backfill coalesce(name, '')
);
-- ==== up
-- Table item is rebuilt: column level has default 2 instead of 1; column grade is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2,
    grade TEXT NOT NULL
);
INSERT INTO item_new (id, name, level, grade)
SELECT id, name, level, coalesce(name, '') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column level has default 1 instead of 2; column grade is dropped.
-- hazard values-lost: column item.grade: its values are lost
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
