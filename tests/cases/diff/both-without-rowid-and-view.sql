-- The rowid goes, and a view under a view changes.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE VIEW names AS SELECT name FROM item;
CREATE VIEW all_names AS SELECT * FROM names;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
) WITHOUT ROWID;
CREATE VIEW names AS SELECT name FROM item WHERE name IS NOT NULL;
CREATE VIEW all_names AS SELECT * FROM names;
-- ==== up
-- View all_names is only out of the way of what follows; created again below.
DROP VIEW all_names;
DROP VIEW names;

-- Table item is rebuilt: it is WITHOUT ROWID.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT
) WITHOUT ROWID;
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE VIEW names AS SELECT name FROM item WHERE name IS NOT NULL;

CREATE VIEW all_names AS SELECT * FROM names;
-- ==== down
-- View all_names is only out of the way of what follows; created again below.
DROP VIEW all_names;
DROP VIEW names;

-- Table item is rebuilt: it is not WITHOUT ROWID.
-- hazard constraint: column item.id: a value that is no whole number makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT
);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE VIEW names AS SELECT name FROM item;

CREATE VIEW all_names AS SELECT * FROM names;
