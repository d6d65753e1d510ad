-- The key becomes the table.
-- rebuilt: item
-- ==== before
CREATE TABLE item (code TEXT PRIMARY KEY, v);
-- ==== after
CREATE TABLE item (code TEXT PRIMARY KEY, v) WITHOUT ROWID;
-- ==== up
-- Table item is rebuilt: it is WITHOUT ROWID.
-- hazard constraint: column item.code: a row with NULL makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (code TEXT PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO item_new (code, v)
SELECT code, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: it is not WITHOUT ROWID.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (code TEXT PRIMARY KEY, v);
INSERT INTO item_new (code, v)
SELECT code, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
