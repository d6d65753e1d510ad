-- A column is added and filled, and the rowid goes.
-- rebuilt: item
-- made up: item.grade
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    grade TEXT NOT NULL -- @backfill coalesce(name, '')
) WITHOUT ROWID;
-- ==== up
-- Table item is rebuilt: it is WITHOUT ROWID; column grade is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    grade TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO item_new (id, name, grade)
SELECT id, name, coalesce(name, '') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: it is not WITHOUT ROWID; column grade is dropped.
-- hazard values-lost: column item.grade: its values are lost
-- hazard constraint: column item.id: a value that is no whole number makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT
);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
