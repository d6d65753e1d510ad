-- A column is renamed, and a default changes.
-- rebuilt: item
-- renamed: item.title from label
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT,
    level INTEGER DEFAULT 1
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT, -- @renamed from=label
    level INTEGER DEFAULT 2
);
-- ==== up
ALTER TABLE item RENAME COLUMN label TO title;

-- Table item is rebuilt: column level has default 2 instead of 1.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT,
    level INTEGER DEFAULT 2
);
INSERT INTO item_new (id, name, title, level)
SELECT id, name, title, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME COLUMN title TO label;

-- Table item is rebuilt: column level has default 1 instead of 2.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT,
    level INTEGER DEFAULT 1
);
INSERT INTO item_new (id, name, label, level)
SELECT id, name, label, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
