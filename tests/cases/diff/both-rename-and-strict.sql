-- A column is renamed, and the table becomes strict.
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
    title TEXT -- @renamed from=label
) STRICT;
-- ==== up
ALTER TABLE item RENAME COLUMN label TO title;

-- Table item is rebuilt: it is STRICT.
-- hazard constraint: column item.name: a value that is no TEXT makes the migration fail
-- hazard constraint: column item.title: a value that is no TEXT makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT
) STRICT;
INSERT INTO item_new (id, name, title)
SELECT id, name, title FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME COLUMN title TO label;

-- Table item is rebuilt: it is not STRICT.
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
