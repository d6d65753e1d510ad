-- A default changes, and a collation is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1,
    code TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2,
    code TEXT COLLATE NOCASE
);
-- ==== up
-- Table item is rebuilt: column level has default 2 instead of 1; column code is
-- `code TEXT COLLATE NOCASE` instead of `code TEXT`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2,
    code TEXT COLLATE NOCASE
);
INSERT INTO item_new (id, name, level, code)
SELECT id, name, level, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column level has default 1 instead of 2; column code is `code TEXT` instead
-- of `code TEXT COLLATE NOCASE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1,
    code TEXT
);
INSERT INTO item_new (id, name, level, code)
SELECT id, name, level, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
