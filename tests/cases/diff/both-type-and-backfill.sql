-- A type changes, and a column is added and filled.
-- rebuilt: item
-- made up: item.grade
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    grade TEXT NOT NULL -- @backfill coalesce(name, '')
);
-- ==== up
-- Table item is rebuilt: column size has type INTEGER instead of TEXT; column grade is added.
-- hazard values-changed: column item.size: text that looks like a number becomes one
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    grade TEXT NOT NULL
);
INSERT INTO item_new (id, name, size, grade)
SELECT id, name, size, coalesce(name, '') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column size has type TEXT instead of INTEGER; column grade is dropped.
-- hazard values-lost: column item.grade: its values are lost
-- hazard values-changed: column item.size: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT
);
INSERT INTO item_new (id, name, size)
SELECT id, name, size FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
