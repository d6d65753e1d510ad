-- Rows are copied whatever ON CONFLICT IGNORE would do to them.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v TEXT NOT NULL UNIQUE);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v TEXT NOT NULL UNIQUE ON CONFLICT IGNORE);
-- ==== up
-- Table item is rebuilt: column v is `v TEXT NOT NULL UNIQUE ON CONFLICT IGNORE` instead of
-- `v TEXT NOT NULL UNIQUE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v TEXT NOT NULL UNIQUE ON CONFLICT IGNORE);
INSERT OR ABORT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column v is `v TEXT NOT NULL UNIQUE` instead of
-- `v TEXT NOT NULL UNIQUE ON CONFLICT IGNORE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v TEXT NOT NULL UNIQUE);
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
