-- A default changes, and the key changes its order.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    level INTEGER DEFAULT 1,
    PRIMARY KEY (id, name)
);
-- ==== after
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    level INTEGER DEFAULT 2,
    PRIMARY KEY (name, id)
);
-- ==== up
-- Table item is rebuilt: column level has default 2 instead of 1; the primary key is (name, id)
-- instead of (id, name).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    level INTEGER DEFAULT 2,
    PRIMARY KEY (name, id)
);
INSERT INTO item_new (rowid, id, name, level)
SELECT rowid, id, name, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column level has default 1 instead of 2; the primary key is (id, name)
-- instead of (name, id).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    level INTEGER DEFAULT 1,
    PRIMARY KEY (id, name)
);
INSERT INTO item_new (rowid, id, name, level)
SELECT rowid, id, name, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
