-- The key changes its order, and the table is renamed.
-- rebuilt: item
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (
    id INTEGER,
    name TEXT,
    PRIMARY KEY (id, name)
);
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    PRIMARY KEY (name, id)
);
-- ==== up
ALTER TABLE thing RENAME TO item;

-- Table item is rebuilt: the primary key is (name, id) instead of (id, name).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    PRIMARY KEY (name, id)
);
INSERT INTO item_new (rowid, id, name)
SELECT rowid, id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME TO thing;

-- Table thing is rebuilt: the primary key is (id, name) instead of (name, id).
-- hazard table-rewritten: table thing: all its rows are written anew
CREATE TABLE thing_new (
    id INTEGER,
    name TEXT,
    PRIMARY KEY (id, name)
);
INSERT INTO thing_new (rowid, id, name)
SELECT rowid, id, name FROM thing;
DROP TABLE thing;
ALTER TABLE thing_new RENAME TO thing;
