-- A default changes, and NULL is no longer allowed.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1,
    kind TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2,
    kind TEXT NOT NULL DEFAULT 'k'
);
-- ==== up
-- Table item is rebuilt: column level has default 2 instead of 1; column kind is NOT NULL; column kind
-- has default 'k' instead of none.
-- hazard values-changed: column item.kind: NULL becomes 'k'
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2,
    kind TEXT NOT NULL DEFAULT 'k'
);
INSERT INTO item_new (id, name, level, kind)
SELECT id, name, level, coalesce(kind, 'k') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column level has default 1 instead of 2; column kind may be NULL; column kind
-- has no default instead of 'k'.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1,
    kind TEXT
);
INSERT INTO item_new (id, name, level, kind)
SELECT id, name, level, kind FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
