-- A column is added, and a collation is added.
-- rebuilt: item
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
    note TEXT
);
-- ==== up
-- Table item is rebuilt: column code is `code TEXT COLLATE NOCASE` instead of `code TEXT`; column note
-- is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE,
    note TEXT
);
INSERT INTO item_new (id, name, code)
SELECT id, name, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column code is `code TEXT` instead of `code TEXT COLLATE NOCASE`; column note
-- is dropped.
-- hazard values-lost: column item.note: its values are lost
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
