-- ON CONFLICT is added, and numbers are given once.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT,
    u TEXT UNIQUE ON CONFLICT IGNORE
);
-- ==== up
-- Table item is rebuilt: column id is `id INTEGER PRIMARY KEY AUTOINCREMENT` instead of
-- `id INTEGER PRIMARY KEY`; column u is `u TEXT UNIQUE ON CONFLICT IGNORE` instead of `u TEXT UNIQUE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT,
    u TEXT UNIQUE ON CONFLICT IGNORE
);
INSERT OR ABORT INTO item_new (id, name, u)
SELECT id, name, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column id is `id INTEGER PRIMARY KEY` instead of
-- `id INTEGER PRIMARY KEY AUTOINCREMENT`; column u is `u TEXT UNIQUE` instead of
-- `u TEXT UNIQUE ON CONFLICT IGNORE`.
-- hazard values-lost: table item: the counter of AUTOINCREMENT is lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE
);
INSERT INTO item_new (id, name, u)
SELECT id, name, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
