-- A check is added, and a named constraint is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER CHECK (n < 100),
    CONSTRAINT one_name UNIQUE (name, id)
);
-- ==== up
-- Table item is rebuilt: column n is `n INTEGER CHECK (n < 100)` instead of `n INTEGER`;
-- `CONSTRAINT one_name UNIQUE (name, id)` is added.
-- hazard constraint: table item: a row that breaks CHECK (n < 100) makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER CHECK (n < 100),
    CONSTRAINT one_name UNIQUE (name, id)
);
INSERT INTO item_new (id, name, n)
SELECT id, name, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column n is `n INTEGER` instead of `n INTEGER CHECK (n < 100)`;
-- `CONSTRAINT one_name UNIQUE (name, id)` is dropped.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER
);
INSERT INTO item_new (id, name, n)
SELECT id, name, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
