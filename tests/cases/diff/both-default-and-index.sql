-- A default changes, and an index changes.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1
);
CREATE INDEX ix_name ON item (name);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2
);
CREATE UNIQUE INDEX ix_name ON item (lower(name) DESC, id COLLATE NOCASE) WHERE name IS NOT NULL;
-- ==== up
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
CREATE UNIQUE INDEX ix_name ON item (lower(name) DESC, id COLLATE NOCASE) WHERE name IS NOT NULL;
-- ==== down
-- Table item is rebuilt: column level has default 1 instead of 2.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1
);
INSERT INTO item_new (id, name, level)
SELECT id, name, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
CREATE INDEX ix_name ON item (name);
