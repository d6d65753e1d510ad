-- A collation is added, and ON CONFLICT is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT,
    u TEXT UNIQUE
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE,
    u TEXT UNIQUE ON CONFLICT IGNORE
);
-- ==== up
-- Table item is rebuilt: column code is `code TEXT COLLATE NOCASE` instead of `code TEXT`; column u is
-- `u TEXT UNIQUE ON CONFLICT IGNORE` instead of `u TEXT UNIQUE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE,
    u TEXT UNIQUE ON CONFLICT IGNORE
);
INSERT OR ABORT INTO item_new (id, name, code, u)
SELECT id, name, code, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column code is `code TEXT` instead of `code TEXT COLLATE NOCASE`; column u is
-- `u TEXT UNIQUE` instead of `u TEXT UNIQUE ON CONFLICT IGNORE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT,
    u TEXT UNIQUE
);
INSERT INTO item_new (id, name, code, u)
SELECT id, name, code, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
