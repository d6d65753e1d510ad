-- A view that has nothing to do with a rebuild stays.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE TABLE other (x);
CREATE VIEW others AS SELECT x FROM other;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name BLOB, at TEXT);
CREATE TABLE other (x);
CREATE VIEW others AS SELECT x FROM other;
-- ==== up
-- Table item is rebuilt: column name has type BLOB instead of TEXT.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name BLOB, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column name has type TEXT instead of BLOB.
-- hazard values-changed: column item.name: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
