-- A column is renamed, and a collation is added.
-- rebuilt: item
-- renamed: item.title from label
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT,
    code TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT, -- @renamed from=label
    code TEXT COLLATE NOCASE
);
-- ==== up
ALTER TABLE item RENAME COLUMN label TO title;

-- Table item is rebuilt: column code is `code TEXT COLLATE NOCASE` instead of `code TEXT`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT,
    code TEXT COLLATE NOCASE
);
INSERT INTO item_new (id, name, title, code)
SELECT id, name, title, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME COLUMN title TO label;

-- Table item is rebuilt: column code is `code TEXT` instead of `code TEXT COLLATE NOCASE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT,
    code TEXT
);
INSERT INTO item_new (id, name, label, code)
SELECT id, name, label, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
