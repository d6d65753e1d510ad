-- The type of none becomes NUMERIC(10, 2).
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v NUMERIC(10, 2));
-- ==== up
-- Table item is rebuilt: column v has type NUMERIC(10, 2) instead of none.
-- hazard values-changed: column item.v: text that looks like a number becomes one
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v NUMERIC(10, 2));
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column v has no type instead of NUMERIC(10, 2).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v);
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
