-- A column is renamed, and a check is added.
-- rebuilt: item
-- renamed: item.title from label
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT,
    n INTEGER
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT, -- @renamed from=label
    n INTEGER CHECK (n < 100)
);
-- ==== up
ALTER TABLE item RENAME COLUMN label TO title;

-- Table item is rebuilt: column n is `n INTEGER CHECK (n < 100)` instead of `n INTEGER`.
-- hazard constraint: table item: a row that breaks CHECK (n < 100) makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT,
    n INTEGER CHECK (n < 100)
);
INSERT INTO item_new (id, name, title, n)
SELECT id, name, title, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME COLUMN title TO label;

-- Table item is rebuilt: column n is `n INTEGER` instead of `n INTEGER CHECK (n < 100)`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT,
    n INTEGER
);
INSERT INTO item_new (id, name, label, n)
SELECT id, name, label, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
