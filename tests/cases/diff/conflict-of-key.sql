-- ON CONFLICT of the primary key.
-- rebuilt: item
-- ==== before
CREATE TABLE item (code TEXT PRIMARY KEY, v);
-- ==== after
CREATE TABLE item (code TEXT PRIMARY KEY ON CONFLICT IGNORE, v);
-- ==== up
-- Table item is rebuilt: column code is `code TEXT PRIMARY KEY ON CONFLICT IGNORE` instead of
-- `code TEXT PRIMARY KEY`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (code TEXT PRIMARY KEY ON CONFLICT IGNORE, v);
INSERT OR ABORT INTO item_new (rowid, code, v)
SELECT rowid, code, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column code is `code TEXT PRIMARY KEY` instead of
-- `code TEXT PRIMARY KEY ON CONFLICT IGNORE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (code TEXT PRIMARY KEY, v);
INSERT INTO item_new (rowid, code, v)
SELECT rowid, code, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
