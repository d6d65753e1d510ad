-- And the other way round.
-- rebuilt: item
-- ==== before
CREATE TABLE item (code TEXT PRIMARY KEY, v) WITHOUT ROWID;
-- ==== after
CREATE TABLE item (code TEXT PRIMARY KEY, v);
-- ==== up
-- Table item is rebuilt: it is not WITHOUT ROWID.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (code TEXT PRIMARY KEY, v);
INSERT INTO item_new (code, v)
SELECT code, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: it is WITHOUT ROWID.
-- hazard values-changed: column item.code: NULL becomes CAST(rowid AS TEXT)
-- hazard constraint: table item: two rows alike in (code) make the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (code TEXT PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO item_new (code, v)
SELECT coalesce(code, CAST(rowid AS TEXT)), v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
