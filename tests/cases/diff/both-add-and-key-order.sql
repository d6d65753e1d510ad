-- A column is added, and the key changes its order.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    PRIMARY KEY (id, name)
);
-- ==== after
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    note TEXT,
    PRIMARY KEY (name, id)
);
-- ==== up
-- Table item is rebuilt: column note is added; the primary key is (name, id) instead of (id, name).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    note TEXT,
    PRIMARY KEY (name, id)
);
INSERT INTO item_new (rowid, id, name)
SELECT rowid, id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column note is dropped; the primary key is (id, name) instead of (name, id).
-- hazard values-lost: column item.note: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    PRIMARY KEY (id, name)
);
INSERT INTO item_new (rowid, id, name)
SELECT rowid, id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
