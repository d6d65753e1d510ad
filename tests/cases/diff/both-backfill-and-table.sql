-- A column is added and filled, and the table is renamed.
-- rebuilt: item
-- renamed: item from thing
-- made up: item.grade
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
    grade TEXT NOT NULL -- @backfill coalesce(name, '')
);
-- ==== up
ALTER TABLE thing RENAME TO item;

-- Table item is rebuilt: column grade is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    grade TEXT NOT NULL
);
INSERT INTO item_new (id, name, grade)
SELECT id, name, coalesce(name, '') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME TO thing;

-- hazard values-lost: column thing.grade: its values are lost
-- hazard table-rewritten: table thing: all its rows are written anew
ALTER TABLE thing DROP COLUMN grade;
