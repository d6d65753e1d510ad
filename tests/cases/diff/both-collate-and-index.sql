-- A collation is added, and an index changes.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT
);
CREATE INDEX ix_name ON item (name);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE
);
CREATE UNIQUE INDEX ix_name ON item (lower(name) DESC, id COLLATE NOCASE) WHERE name IS NOT NULL;
-- ==== up
-- Table item is rebuilt: column code is `code TEXT COLLATE NOCASE` instead of `code TEXT`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE
);
INSERT INTO item_new (id, name, code)
SELECT id, name, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
CREATE UNIQUE INDEX ix_name ON item (lower(name) DESC, id COLLATE NOCASE) WHERE name IS NOT NULL;
-- ==== down
-- Table item is rebuilt: column code is `code TEXT` instead of `code TEXT COLLATE NOCASE`.
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
CREATE INDEX ix_name ON item (name);
