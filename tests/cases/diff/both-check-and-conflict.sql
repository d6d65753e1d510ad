-- A check is added, and ON CONFLICT is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER,
    u TEXT UNIQUE
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER CHECK (n < 100),
    u TEXT UNIQUE ON CONFLICT IGNORE
);
-- ==== up
-- Table item is rebuilt: column n is `n INTEGER CHECK (n < 100)` instead of `n INTEGER`; column u is
-- `u TEXT UNIQUE ON CONFLICT IGNORE` instead of `u TEXT UNIQUE`.
-- hazard constraint: table item: a row that breaks CHECK (n < 100) makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER CHECK (n < 100),
    u TEXT UNIQUE ON CONFLICT IGNORE
);
INSERT OR ABORT INTO item_new (id, name, n, u)
SELECT id, name, n, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column n is `n INTEGER` instead of `n INTEGER CHECK (n < 100)`; column u is
-- `u TEXT UNIQUE` instead of `u TEXT UNIQUE ON CONFLICT IGNORE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER,
    u TEXT UNIQUE
);
INSERT INTO item_new (id, name, n, u)
SELECT id, name, n, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
