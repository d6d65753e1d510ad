-- A collation is added, and a check is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT,
    n INTEGER
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE,
    n INTEGER CHECK (n < 100)
);
-- ==== up
-- Table item is rebuilt: column code is `code TEXT COLLATE NOCASE` instead of `code TEXT`; column n is
-- `n INTEGER CHECK (n < 100)` instead of `n INTEGER`.
-- hazard constraint: table item: a row that breaks CHECK (n < 100) makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE,
    n INTEGER CHECK (n < 100)
);
INSERT INTO item_new (id, name, code, n)
SELECT id, name, code, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column code is `code TEXT` instead of `code TEXT COLLATE NOCASE`; column n is
-- `n INTEGER` instead of `n INTEGER CHECK (n < 100)`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT,
    n INTEGER
);
INSERT INTO item_new (id, name, code, n)
SELECT id, name, code, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
