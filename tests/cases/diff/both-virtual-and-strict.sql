-- A virtual column is added, and the table becomes strict.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    loud TEXT AS (upper(name))
) STRICT;
-- ==== up
-- Table item is rebuilt: it is STRICT; column loud is added.
-- hazard constraint: column item.name: a value that is no TEXT makes the migration fail
-- hazard constraint: column item.loud: a row for which it is no TEXT makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    loud TEXT AS (upper(name))
) STRICT;
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: it is not STRICT; column loud is dropped.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT
);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
