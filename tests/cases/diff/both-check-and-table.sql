-- A check is added, and the table is renamed.
-- rebuilt: item
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER
);
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER CHECK (n < 100)
);
-- ==== up
ALTER TABLE thing RENAME TO item;

-- Table item is rebuilt: column n is `n INTEGER CHECK (n < 100)` instead of `n INTEGER`.
-- hazard constraint: table item: a row that breaks CHECK (n < 100) makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER CHECK (n < 100)
);
INSERT INTO item_new (id, name, n)
SELECT id, name, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME TO thing;

-- Table thing is rebuilt: column n is `n INTEGER` instead of `n INTEGER CHECK (n < 100)`.
-- hazard table-rewritten: table thing: all its rows are written anew
CREATE TABLE thing_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER
);
INSERT INTO thing_new (id, name, n)
SELECT id, name, n FROM thing;
DROP TABLE thing;
ALTER TABLE thing_new RENAME TO thing;
