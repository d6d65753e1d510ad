-- A default changes, and a check is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1,
    n INTEGER
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2,
    n INTEGER CHECK (n < 100)
);
-- ==== up
-- Table item is rebuilt: column level has default 2 instead of 1; column n is
-- `n INTEGER CHECK (n < 100)` instead of `n INTEGER`.
-- hazard constraint: table item: a row that breaks CHECK (n < 100) makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2,
    n INTEGER CHECK (n < 100)
);
INSERT INTO item_new (id, name, level, n)
SELECT id, name, level, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column level has default 1 instead of 2; column n is `n INTEGER` instead of
-- `n INTEGER CHECK (n < 100)`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1,
    n INTEGER
);
INSERT INTO item_new (id, name, level, n)
SELECT id, name, level, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
