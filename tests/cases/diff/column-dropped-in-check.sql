-- A check of the whole table goes with its column.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, low INTEGER, high INTEGER, CHECK (low < high));
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, low INTEGER);
-- ==== up
-- Table item is rebuilt: column high is dropped; constraint `CHECK (low < high)` is dropped.
-- hazard values-lost: column item.high: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, low INTEGER);
INSERT INTO item_new (id, low)
SELECT id, low FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column high is added; constraint `CHECK (low < high)` is added.
-- hazard constraint: table item: a row that breaks CHECK (low < high) makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, low INTEGER, high INTEGER, CHECK (low < high));
INSERT INTO item_new (id, low)
SELECT id, low FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
