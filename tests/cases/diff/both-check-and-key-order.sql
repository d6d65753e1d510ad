-- A check is added, and the key changes its order.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    n INTEGER,
    PRIMARY KEY (id, name)
);
-- ==== after
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    n INTEGER CHECK (n < 100),
    PRIMARY KEY (name, id)
);
-- ==== up
-- Table item is rebuilt: column n is `n INTEGER CHECK (n < 100)` instead of `n INTEGER`; the primary
-- key is (name, id) instead of (id, name).
-- hazard constraint: table item: a row that breaks CHECK (n < 100) makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    n INTEGER CHECK (n < 100),
    PRIMARY KEY (name, id)
);
INSERT INTO item_new (rowid, id, name, n)
SELECT rowid, id, name, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column n is `n INTEGER` instead of `n INTEGER CHECK (n < 100)`; the primary
-- key is (id, name) instead of (name, id).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    n INTEGER,
    PRIMARY KEY (id, name)
);
INSERT INTO item_new (rowid, id, name, n)
SELECT rowid, id, name, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
