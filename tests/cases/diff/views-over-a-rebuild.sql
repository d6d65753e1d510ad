-- Views on views make way for a rebuild and come back in order.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW due AS SELECT name FROM item;
CREATE VIEW late AS SELECT * FROM due;
CREATE VIEW latest AS SELECT * FROM late;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '', at TEXT);
CREATE VIEW due AS SELECT name FROM item;
CREATE VIEW late AS SELECT * FROM due;
CREATE VIEW latest AS SELECT * FROM late;
-- ==== up
-- Out of the way of what follows; created again below.
DROP VIEW latest;
DROP VIEW late;
DROP VIEW due;

-- Table item is rebuilt: column name is NOT NULL; column name has default '' instead of none.
-- hazard values-changed: column item.name: NULL becomes ''
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '', at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, coalesce(name, ''), at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE VIEW due AS SELECT name FROM item;

CREATE VIEW late AS SELECT * FROM due;

CREATE VIEW latest AS SELECT * FROM late;
-- ==== down
-- Out of the way of what follows; created again below.
DROP VIEW latest;
DROP VIEW late;
DROP VIEW due;

-- Table item is rebuilt: column name may be NULL; column name has no default instead of ''.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE VIEW due AS SELECT name FROM item;

CREATE VIEW late AS SELECT * FROM due;

CREATE VIEW latest AS SELECT * FROM late;
