-- A type changes, and NULL is no longer allowed.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT,
    kind TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    kind TEXT NOT NULL DEFAULT 'k'
);
-- ==== up
-- Table item is rebuilt: column size has type INTEGER instead of TEXT; column kind is NOT NULL; column
-- kind has default 'k' instead of none.
-- hazard values-changed: column item.kind: NULL becomes 'k'
-- hazard values-changed: column item.size: text that looks like a number becomes one
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    kind TEXT NOT NULL DEFAULT 'k'
);
INSERT INTO item_new (id, name, size, kind)
SELECT id, name, size, coalesce(kind, 'k') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column size has type TEXT instead of INTEGER; column kind may be NULL; column
-- kind has no default instead of 'k'.
-- hazard values-changed: column item.size: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT,
    kind TEXT
);
INSERT INTO item_new (id, name, size, kind)
SELECT id, name, size, kind FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
