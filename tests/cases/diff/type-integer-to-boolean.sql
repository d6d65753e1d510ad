-- The type INTEGER becomes BOOLEAN.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v INTEGER);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v BOOLEAN);
-- ==== up
-- Table item is rebuilt: column v has type BOOLEAN instead of INTEGER.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v BOOLEAN);
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column v has type INTEGER instead of BOOLEAN.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v INTEGER);
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
