-- The key changes its order, and the table becomes strict.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    PRIMARY KEY (id, name)
);
-- ==== after
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    PRIMARY KEY (name, id)
) STRICT;
-- ==== up
-- Table item is rebuilt: it is STRICT; the primary key is (name, id) instead of (id, name).
-- hazard constraint: column item.id: a value that is no INTEGER makes the migration fail
-- hazard constraint: column item.id: a row with NULL makes the migration fail
-- hazard constraint: column item.name: a value that is no TEXT makes the migration fail
-- hazard constraint: column item.name: a row with NULL makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    PRIMARY KEY (name, id)
) STRICT;
INSERT INTO item_new (rowid, id, name)
SELECT rowid, id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: it is not STRICT; the primary key is (id, name) instead of (name, id).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    PRIMARY KEY (id, name)
);
INSERT INTO item_new (rowid, id, name)
SELECT rowid, id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
