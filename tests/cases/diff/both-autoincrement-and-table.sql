-- Numbers are given once, and the table is renamed.
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
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT
);
-- ==== up
ALTER TABLE thing RENAME TO item;

-- Table item is rebuilt: column id is `id INTEGER PRIMARY KEY AUTOINCREMENT` instead of
-- `id INTEGER PRIMARY KEY`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT
);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME TO thing;

-- Table thing is rebuilt: column id is `id INTEGER PRIMARY KEY` instead of
-- `id INTEGER PRIMARY KEY AUTOINCREMENT`.
-- hazard values-lost: table thing: the counter of AUTOINCREMENT is lost
-- hazard table-rewritten: table thing: all its rows are written anew
CREATE TABLE thing_new (
    id INTEGER PRIMARY KEY,
    name TEXT
);
INSERT INTO thing_new (id, name)
SELECT id, name FROM thing;
DROP TABLE thing;
ALTER TABLE thing_new RENAME TO thing;
