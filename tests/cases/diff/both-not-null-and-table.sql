-- NULL is no longer allowed, and the table is renamed.
-- rebuilt: item
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT
);
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'k'
);
-- ==== up
ALTER TABLE thing RENAME TO item;

-- Table item is rebuilt: column kind is NOT NULL; column kind has default 'k' instead of none.
-- hazard values-changed: column item.kind: NULL becomes 'k'
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'k'
);
INSERT INTO item_new (id, name, kind)
SELECT id, name, coalesce(kind, 'k') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME TO thing;

-- Table thing is rebuilt: column kind may be NULL; column kind has no default instead of 'k'.
-- hazard table-rewritten: table thing: all its rows are written anew
CREATE TABLE thing_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT
);
INSERT INTO thing_new (id, name, kind)
SELECT id, name, kind FROM thing;
DROP TABLE thing;
ALTER TABLE thing_new RENAME TO thing;
