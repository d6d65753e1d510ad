-- A column is renamed, and a named constraint is added.
-- rebuilt: item
-- renamed: item.title from label
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT, -- @renamed from=label
    CONSTRAINT one_name UNIQUE (name, id)
);
-- ==== up
ALTER TABLE item RENAME COLUMN label TO title;

-- Table item is rebuilt: `CONSTRAINT one_name UNIQUE (name, id)` is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT,
    CONSTRAINT one_name UNIQUE (name, id)
);
INSERT INTO item_new (id, name, title)
SELECT id, name, title FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME COLUMN title TO label;

-- Table item is rebuilt: `CONSTRAINT one_name UNIQUE (name, id)` is dropped.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT
);
INSERT INTO item_new (id, name, label)
SELECT id, name, label FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
