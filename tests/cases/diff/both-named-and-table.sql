-- A named constraint is added, and the table is renamed.
-- rebuilt: item
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT
);
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    CONSTRAINT one_name UNIQUE (name, id)
);
-- ==== up
ALTER TABLE thing RENAME TO item;

-- Table item is rebuilt: `CONSTRAINT one_name UNIQUE (name, id)` is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    CONSTRAINT one_name UNIQUE (name, id)
);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME TO thing;

-- Table thing is rebuilt: `CONSTRAINT one_name UNIQUE (name, id)` is dropped.
-- hazard table-rewritten: table thing: all its rows are written anew
CREATE TABLE thing_new (
    id INTEGER PRIMARY KEY,
    name TEXT
);
INSERT INTO thing_new (id, name)
SELECT id, name FROM thing;
DROP TABLE thing;
ALTER TABLE thing_new RENAME TO thing;
