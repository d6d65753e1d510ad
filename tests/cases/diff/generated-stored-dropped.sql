-- A stored column is dropped by ALTER.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, loud TEXT AS (upper(name)) STORED);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== up
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN loud;
-- ==== down
-- Table item is rebuilt: column loud is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, loud TEXT AS (upper(name)) STORED);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
