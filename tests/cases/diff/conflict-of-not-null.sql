-- ON CONFLICT of NOT NULL.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v TEXT NOT NULL DEFAULT 'x');
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'x');
-- ==== up
-- Table item is rebuilt: column v is `v TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'x'` instead of
-- `v TEXT NOT NULL DEFAULT 'x'`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'x');
INSERT OR ABORT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column v is `v TEXT NOT NULL DEFAULT 'x'` instead of
-- `v TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'x'`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v TEXT NOT NULL DEFAULT 'x');
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
