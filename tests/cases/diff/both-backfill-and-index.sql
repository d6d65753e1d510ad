-- A column is added and filled, and an index changes.
-- rebuilt: item
-- made up: item.grade
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE INDEX ix_name ON item (name);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    grade TEXT NOT NULL -- @backfill coalesce(name, '')
);
CREATE UNIQUE INDEX ix_name ON item (lower(name) DESC, id COLLATE NOCASE) WHERE name IS NOT NULL;
-- ==== up
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
CREATE UNIQUE INDEX ix_name ON item (lower(name) DESC, id COLLATE NOCASE) WHERE name IS NOT NULL;
-- ==== down
DROP INDEX ix_name;

-- hazard values-lost: column item.grade: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN grade;
CREATE INDEX ix_name ON item (name);
