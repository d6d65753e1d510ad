-- The type VARCHAR(20) becomes VARCHAR(40).
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v VARCHAR(20));
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v VARCHAR(40));
-- ==== up
-- Table item is rebuilt: column v has type VARCHAR(40) instead of VARCHAR(20).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v VARCHAR(40));
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column v has type VARCHAR(20) instead of VARCHAR(40).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v VARCHAR(20));
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
