-- A collation is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v TEXT COLLATE NOCASE);
-- ==== up
-- Table item is rebuilt: column v is `v TEXT COLLATE NOCASE` instead of `v TEXT`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v TEXT COLLATE NOCASE);
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column v is `v TEXT` instead of `v TEXT COLLATE NOCASE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v TEXT);
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
