-- A virtual column in the middle: what stands against ALTER is its place.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, loud TEXT AS (upper(name)), name TEXT);
-- ==== up
-- Table item is rebuilt: column loud is added. With new columns last, and the others in their old
-- order, it would not have to be.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, loud TEXT AS (upper(name)), name TEXT);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item DROP COLUMN loud;
