-- A type changes, and a view under a view changes.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT
);
CREATE VIEW names AS SELECT name FROM item;
CREATE VIEW all_names AS SELECT * FROM names;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER
);
CREATE VIEW names AS SELECT name FROM item WHERE name IS NOT NULL;
CREATE VIEW all_names AS SELECT * FROM names;
-- ==== up
-- View all_names is only out of the way of what follows; created again below.
DROP VIEW all_names;
DROP VIEW names;

-- Table item is rebuilt: column size has type INTEGER instead of TEXT.
-- hazard values-changed: column item.size: text that looks like a number becomes one
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER
);
INSERT INTO item_new (id, name, size)
SELECT id, name, size FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE VIEW names AS SELECT name FROM item WHERE name IS NOT NULL;

CREATE VIEW all_names AS SELECT * FROM names;
-- ==== down
-- View all_names is only out of the way of what follows; created again below.
DROP VIEW all_names;
DROP VIEW names;

-- Table item is rebuilt: column size has type TEXT instead of INTEGER.
-- hazard values-changed: column item.size: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT
);
INSERT INTO item_new (id, name, size)
SELECT id, name, size FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE VIEW names AS SELECT name FROM item;

CREATE VIEW all_names AS SELECT * FROM names;
