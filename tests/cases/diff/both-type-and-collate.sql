-- A type changes, and a collation is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT,
    code TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    code TEXT COLLATE NOCASE
);
-- ==== up
-- Table item is rebuilt: column size has type INTEGER instead of TEXT; column code is
-- `code TEXT COLLATE NOCASE` instead of `code TEXT`.
-- hazard values-changed: column item.size: text that looks like a number becomes one
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    code TEXT COLLATE NOCASE
);
INSERT INTO item_new (id, name, size, code)
SELECT id, name, size, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column size has type TEXT instead of INTEGER; column code is `code TEXT`
-- instead of `code TEXT COLLATE NOCASE`.
-- hazard values-changed: column item.size: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT,
    code TEXT
);
INSERT INTO item_new (id, name, size, code)
SELECT id, name, size, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
