-- Where a column is called rowid, another name reaches it.
-- rebuilt: item
-- ==== before
CREATE TABLE item (rowid TEXT, v TEXT);
-- ==== after
CREATE TABLE item (rowid TEXT, v INTEGER);
-- ==== up
-- Table item is rebuilt: column v has type INTEGER instead of TEXT.
-- hazard values-changed: column item.v: text that looks like a number becomes one
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (rowid TEXT, v INTEGER);
INSERT INTO item_new (_rowid_, rowid, v)
SELECT _rowid_, rowid, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column v has type TEXT instead of INTEGER.
-- hazard values-changed: column item.v: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (rowid TEXT, v TEXT);
INSERT INTO item_new (_rowid_, rowid, v)
SELECT _rowid_, rowid, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
