-- Two rows that differ by case make the upgrade fail.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v TEXT UNIQUE);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v TEXT UNIQUE COLLATE NOCASE);
-- ==== up
-- Table item is rebuilt: column v is `v TEXT UNIQUE COLLATE NOCASE` instead of `v TEXT UNIQUE`.
-- hazard constraint: table item: two rows alike in (v) make the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v TEXT UNIQUE COLLATE NOCASE);
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column v is `v TEXT UNIQUE` instead of `v TEXT UNIQUE COLLATE NOCASE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v TEXT UNIQUE);
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
