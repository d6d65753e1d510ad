-- NULL is no longer allowed, and a virtual column is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'k',
    loud TEXT AS (upper(name))
);
-- ==== up
-- Table item is rebuilt: column kind is NOT NULL; column kind has default 'k' instead of none; column
-- loud is added.
-- hazard values-changed: column item.kind: NULL becomes 'k'
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'k',
    loud TEXT AS (upper(name))
);
INSERT INTO item_new (id, name, kind)
SELECT id, name, coalesce(kind, 'k') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column kind may be NULL; column kind has no default instead of 'k'; column
-- loud is dropped.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT
);
INSERT INTO item_new (id, name, kind)
SELECT id, name, kind FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
