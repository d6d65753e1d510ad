-- A table loses its key and keeps its rowids.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (name TEXT);
-- ==== up
-- Table item is rebuilt: column id is dropped; it has no primary key instead of (id).
-- hazard values-lost: column item.id: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (name TEXT);
INSERT INTO item_new (rowid, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column id is added; it has the primary key (id).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO item_new (id, name)
SELECT rowid, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
