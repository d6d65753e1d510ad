-- A column is renamed, and NULL is no longer allowed.
-- rebuilt: item
-- renamed: item.title from label
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT,
    kind TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT, -- @renamed from=label
    kind TEXT NOT NULL DEFAULT 'k'
);
-- ==== up
ALTER TABLE item RENAME COLUMN label TO title;

-- Table item is rebuilt: column kind is NOT NULL; column kind has default 'k' instead of none.
-- hazard values-changed: column item.kind: NULL becomes 'k'
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT,
    kind TEXT NOT NULL DEFAULT 'k'
);
INSERT INTO item_new (id, name, title, kind)
SELECT id, name, title, coalesce(kind, 'k') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME COLUMN title TO label;

-- Table item is rebuilt: column kind may be NULL; column kind has no default instead of 'k'.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT,
    kind TEXT
);
INSERT INTO item_new (id, name, label, kind)
SELECT id, name, label, kind FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
