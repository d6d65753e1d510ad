-- A column may repeat itself.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v TEXT UNIQUE);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v TEXT);
-- ==== up
-- Table item is rebuilt: column v is `v TEXT` instead of `v TEXT UNIQUE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v TEXT);
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column v is `v TEXT UNIQUE` instead of `v TEXT`.
-- hazard constraint: table item: two rows alike in (v) make the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v TEXT UNIQUE);
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
