-- Neutral values of a unique column are made from the rowid.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, code TEXT NOT NULL UNIQUE);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== up
-- Table item is rebuilt: column code is dropped.
-- hazard values-lost: column item.code: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column code is added.
-- hazard constraint: table item: two rows alike in (code) make the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, code TEXT NOT NULL UNIQUE);
INSERT INTO item_new (id, name, code)
SELECT id, name, CAST(id AS TEXT) FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
