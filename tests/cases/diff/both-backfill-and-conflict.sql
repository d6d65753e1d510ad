-- A column is added and filled, and ON CONFLICT is added.
-- rebuilt: item
-- made up: item.grade
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE ON CONFLICT IGNORE,
    grade TEXT NOT NULL -- @backfill coalesce(name, '')
);
-- ==== up
-- Table item is rebuilt: column u is `u TEXT UNIQUE ON CONFLICT IGNORE` instead of `u TEXT UNIQUE`;
-- column grade is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE ON CONFLICT IGNORE,
    grade TEXT NOT NULL
);
INSERT OR ABORT INTO item_new (id, name, u, grade)
SELECT id, name, u, coalesce(name, '') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column u is `u TEXT UNIQUE` instead of `u TEXT UNIQUE ON CONFLICT IGNORE`;
-- column grade is dropped.
-- hazard values-lost: column item.grade: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE
);
INSERT INTO item_new (id, name, u)
SELECT id, name, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
