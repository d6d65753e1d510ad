-- A type changes, and a named constraint is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    CONSTRAINT one_name UNIQUE (name, id)
);
-- ==== up
-- Table item is rebuilt: column size has type INTEGER instead of TEXT; constraint `CONSTRAINT one_name
-- UNIQUE (name, id)` is added.
-- hazard values-changed: column item.size: values are converted to INTEGER where they look like it
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    CONSTRAINT one_name UNIQUE (name, id)
);
INSERT INTO item_new (id, name, size)
SELECT id, name, size FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column size has type TEXT instead of INTEGER; constraint `CONSTRAINT one_name
-- UNIQUE (name, id)` is dropped.
-- hazard values-changed: column item.size: values are converted to TEXT where they look like it
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT
);
INSERT INTO item_new (id, name, size)
SELECT id, name, size FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
