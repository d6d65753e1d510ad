-- And so does a rebuild.
-- rebuilt: item
-- ==== before
CREATE TABLE item (code TEXT PRIMARY KEY, v TEXT) WITHOUT ROWID;
-- ==== after
CREATE TABLE item (code TEXT PRIMARY KEY, v INTEGER) WITHOUT ROWID;
-- ==== up
-- Table item is rebuilt: column v has type INTEGER instead of TEXT.
-- hazard values-changed: column item.v: text that looks like a number becomes one
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (code TEXT PRIMARY KEY, v INTEGER) WITHOUT ROWID;
INSERT INTO item_new (code, v)
SELECT code, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column v has type TEXT instead of INTEGER.
-- hazard values-changed: column item.v: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (code TEXT PRIMARY KEY, v TEXT) WITHOUT ROWID;
INSERT INTO item_new (code, v)
SELECT code, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
