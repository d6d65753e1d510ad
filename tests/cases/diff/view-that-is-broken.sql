-- A view of what is not there does not stand in the way.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW broken AS SELECT absent FROM elsewhere;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name BLOB, at TEXT);
CREATE VIEW broken AS SELECT absent FROM elsewhere;
-- ==== up
-- Out of the way of what follows; created again below.
DROP VIEW broken;

-- Table item is rebuilt: column name has type BLOB instead of TEXT.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name BLOB, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE VIEW broken AS SELECT absent FROM elsewhere;
-- ==== down
-- Out of the way of what follows; created again below.
DROP VIEW broken;

-- Table item is rebuilt: column name has type TEXT instead of BLOB.
-- hazard values-changed: column item.name: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE VIEW broken AS SELECT absent FROM elsewhere;
