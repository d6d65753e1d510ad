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
-- instead of (id, name).
-- hazard values-changed: column item.size: text that looks like a number becomes one
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
-- instead of (name, id).
-- hazard values-changed: column item.size: numbers become text
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
