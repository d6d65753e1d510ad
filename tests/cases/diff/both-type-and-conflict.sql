-- A type changes, and ON CONFLICT is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT,
    u TEXT UNIQUE
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    u TEXT UNIQUE ON CONFLICT IGNORE
);
-- ==== up
-- Table item is rebuilt: column size has type INTEGER instead of TEXT; column u is
-- `u TEXT UNIQUE ON CONFLICT IGNORE` instead of `u TEXT UNIQUE`.
-- hazard values-changed: column item.size: text that looks like a number becomes one
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    u TEXT UNIQUE ON CONFLICT IGNORE
);
INSERT OR ABORT INTO item_new (id, name, size, u)
SELECT id, name, size, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column size has type TEXT instead of INTEGER; column u is `u TEXT UNIQUE`
-- instead of `u TEXT UNIQUE ON CONFLICT IGNORE`.
-- hazard values-changed: column item.size: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT,
    u TEXT UNIQUE
);
INSERT INTO item_new (id, name, size, u)
SELECT id, name, size, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
