-- A unique column needs an index, which ALTER does not make.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, code TEXT UNIQUE);
-- ==== up
-- Table item is rebuilt: column code is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, code TEXT UNIQUE);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column code is dropped.
-- hazard values-lost: column item.code: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
