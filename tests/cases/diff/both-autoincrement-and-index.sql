-- Numbers are given once, and an index changes.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE INDEX ix_name ON item (name);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT
);
CREATE UNIQUE INDEX ix_name ON item (lower(name) DESC, id COLLATE NOCASE) WHERE name IS NOT NULL;
-- ==== up
-- Table item is rebuilt: column id is `id INTEGER PRIMARY KEY AUTOINCREMENT` instead of
-- `id INTEGER PRIMARY KEY`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT
);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
CREATE UNIQUE INDEX ix_name ON item (lower(name) DESC, id COLLATE NOCASE) WHERE name IS NOT NULL;
-- ==== down
-- Table item is rebuilt: column id is `id INTEGER PRIMARY KEY` instead of
-- `id INTEGER PRIMARY KEY AUTOINCREMENT`.
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
CREATE INDEX ix_name ON item (name);
