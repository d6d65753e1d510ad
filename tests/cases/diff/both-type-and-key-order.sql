-- A type changes, and the key changes its order.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    size TEXT,
    PRIMARY KEY (id, name)
);
-- ==== after
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    size INTEGER,
    PRIMARY KEY (name, id)
);
-- ==== up
-- Table item is rebuilt: column size has type INTEGER instead of TEXT; the primary key is (name, id)
-- instead of (id, name); constraint `PRIMARY KEY (id, name)` is dropped; constraint `PRIMARY KEY
-- (name, id)` is added.
-- hazard values-changed: column item.size: values are converted to INTEGER where they look like it
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    size INTEGER,
    PRIMARY KEY (name, id)
);
INSERT INTO item_new (rowid, id, name, size)
SELECT rowid, id, name, size FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column size has type TEXT instead of INTEGER; the primary key is (id, name)
-- instead of (name, id); constraint `PRIMARY KEY (name, id)` is dropped; constraint `PRIMARY KEY (id,
-- name)` is added.
-- hazard values-changed: column item.size: values are converted to TEXT where they look like it
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    size TEXT,
    PRIMARY KEY (id, name)
);
INSERT INTO item_new (rowid, id, name, size)
SELECT rowid, id, name, size FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
