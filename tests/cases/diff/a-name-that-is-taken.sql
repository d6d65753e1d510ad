-- The name of a new table is one that nothing has.
-- rebuilt: item
-- ==== before
CREATE TABLE item (x TEXT);
CREATE TABLE item_new (y);
-- ==== after
CREATE TABLE item (x INTEGER);
CREATE TABLE item_new (y);
-- ==== up
-- Table item is rebuilt: column x has type INTEGER instead of TEXT.
-- hazard values-changed: column item.x: text that looks like a number becomes one
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new2 (x INTEGER);
INSERT INTO item_new2 (rowid, x)
SELECT rowid, x FROM item;
DROP TABLE item;
ALTER TABLE item_new2 RENAME TO item;
-- ==== down
-- Table item is rebuilt: column x has type TEXT instead of INTEGER.
-- hazard values-changed: column item.x: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new2 (x TEXT);
INSERT INTO item_new2 (rowid, x)
SELECT rowid, x FROM item;
DROP TABLE item;
ALTER TABLE item_new2 RENAME TO item;
