-- ON CONFLICT is added, and the table is renamed.
-- rebuilt: item
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE
);
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE ON CONFLICT IGNORE
);
-- ==== up
ALTER TABLE thing RENAME TO item;

-- Table item is rebuilt: column u is `u TEXT UNIQUE ON CONFLICT IGNORE` instead of `u TEXT UNIQUE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE ON CONFLICT IGNORE
);
INSERT OR ABORT INTO item_new (id, name, u)
SELECT id, name, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME TO thing;

-- Table thing is rebuilt: column u is `u TEXT UNIQUE` instead of `u TEXT UNIQUE ON CONFLICT IGNORE`.
-- hazard table-rewritten: table thing: all its rows are written anew
CREATE TABLE thing_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE
);
INSERT INTO thing_new (id, name, u)
SELECT id, name, u FROM thing;
DROP TABLE thing;
ALTER TABLE thing_new RENAME TO thing;
