-- A default changes, and the table is renamed.
-- rebuilt: item
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1
);
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2
);
-- ==== up
ALTER TABLE thing RENAME TO item;

-- Table item is rebuilt: column level has default 2 instead of 1.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2
);
INSERT INTO item_new (id, name, level)
SELECT id, name, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME TO thing;

-- Table thing is rebuilt: column level has default 1 instead of 2.
-- hazard table-rewritten: table thing: all its rows are written anew
CREATE TABLE thing_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1
);
INSERT INTO thing_new (id, name, level)
SELECT id, name, level FROM thing;
DROP TABLE thing;
ALTER TABLE thing_new RENAME TO thing;
