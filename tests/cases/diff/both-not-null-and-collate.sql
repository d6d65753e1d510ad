-- NULL is no longer allowed, and a collation is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT,
    code TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'k',
    code TEXT COLLATE NOCASE
);
-- ==== up
-- Table item is rebuilt: column kind is NOT NULL; column kind has default 'k' instead of none; column
-- code is `code TEXT COLLATE NOCASE` instead of `code TEXT`.
-- hazard values-changed: column item.kind: NULL becomes 'k'
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'k',
    code TEXT COLLATE NOCASE
);
INSERT INTO item_new (id, name, kind, code)
SELECT id, name, coalesce(kind, 'k'), code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column kind may be NULL; column kind has no default instead of 'k'; column
-- code is `code TEXT` instead of `code TEXT COLLATE NOCASE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT,
    code TEXT
);
INSERT INTO item_new (id, name, kind, code)
SELECT id, name, kind, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
