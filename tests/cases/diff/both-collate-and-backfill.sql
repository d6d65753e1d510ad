-- A collation is added, and a column is added and filled.
-- rebuilt: item
-- made up: item.grade
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE,
    grade TEXT NOT NULL -- @backfill coalesce(name, '')
);
-- ==== up
-- Table item is rebuilt: column code is `code TEXT COLLATE NOCASE` instead of `code TEXT`; column
-- grade is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE,
    grade TEXT NOT NULL
);
INSERT INTO item_new (id, name, code, grade)
SELECT id, name, code, coalesce(name, '') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column code is `code TEXT` instead of `code TEXT COLLATE NOCASE`; column
-- grade is dropped.
-- hazard values-lost: column item.grade: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT
);
INSERT INTO item_new (id, name, code)
SELECT id, name, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
