-- A column is renamed, and ON CONFLICT is added.
-- rebuilt: item
-- renamed: item.title from label
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT,
    u TEXT UNIQUE
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT, -- @renamed from=label
    u TEXT UNIQUE ON CONFLICT IGNORE
);
-- ==== up
ALTER TABLE item RENAME COLUMN label TO title;

-- Table item is rebuilt: column u is `u TEXT UNIQUE ON CONFLICT IGNORE` instead of `u TEXT UNIQUE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT,
    u TEXT UNIQUE ON CONFLICT IGNORE
);
INSERT OR ABORT INTO item_new (id, name, title, u)
SELECT id, name, title, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME COLUMN title TO label;

-- Table item is rebuilt: column u is `u TEXT UNIQUE` instead of `u TEXT UNIQUE ON CONFLICT IGNORE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT,
    u TEXT UNIQUE
);
INSERT INTO item_new (id, name, label, u)
SELECT id, name, label, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
