-- Columns change places.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, note TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, note TEXT, name TEXT);
-- ==== up
-- Table item is rebuilt: the columns are in another order. In their old order it would not have to be.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, note TEXT, name TEXT);
INSERT INTO item_new (id, note, name)
SELECT id, note, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: the columns are in another order.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, note TEXT);
INSERT INTO item_new (id, name, note)
SELECT id, name, note FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
