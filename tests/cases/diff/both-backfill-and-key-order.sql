-- A column is added and filled, and the key changes its order.
-- rebuilt: item
-- made up: item.grade
-- ==== before
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    PRIMARY KEY (id, name)
);
-- ==== after
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    grade TEXT NOT NULL, -- @backfill coalesce(name, '')
    PRIMARY KEY (name, id)
);
-- ==== up
-- Table item is rebuilt: column grade is added; the primary key is (name, id) instead of (id, name).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    grade TEXT NOT NULL,
    PRIMARY KEY (name, id)
);
INSERT INTO item_new (rowid, id, name, grade)
SELECT rowid, id, name, coalesce(name, '') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column grade is dropped; the primary key is (id, name) instead of (name, id).
-- hazard values-lost: column item.grade: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    PRIMARY KEY (id, name)
);
INSERT INTO item_new (rowid, id, name)
SELECT rowid, id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
