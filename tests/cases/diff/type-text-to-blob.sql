-- The type TEXT becomes BLOB.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v BLOB);
-- ==== up
-- Table item is rebuilt: column v has type BLOB instead of TEXT.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v BLOB);
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column v has type TEXT instead of BLOB.
-- hazard values-changed: column item.v: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v TEXT);
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
