-- A type changes, and a check is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT,
    n INTEGER
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    n INTEGER CHECK (n < 100)
);
-- ==== up
-- Table item is rebuilt: column size has type INTEGER instead of TEXT; column n is
-- `n INTEGER CHECK (n < 100)` instead of `n INTEGER`.
-- hazard values-changed: column item.size: text that looks like a number becomes one
-- hazard constraint: table item: a row that breaks CHECK (n < 100) makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    n INTEGER CHECK (n < 100)
);
INSERT INTO item_new (id, name, size, n)
SELECT id, name, size, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column size has type TEXT instead of INTEGER; column n is `n INTEGER` instead
-- of `n INTEGER CHECK (n < 100)`.
-- hazard values-changed: column item.size: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT,
    n INTEGER
);
INSERT INTO item_new (id, name, size, n)
SELECT id, name, size, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
