-- Virtual becomes stored.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, loud TEXT AS (upper(name)));
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, loud TEXT AS (upper(name)) STORED);
-- ==== up
-- Table item is rebuilt: column loud is a stored generated column instead of a virtual generated
-- column.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, loud TEXT AS (upper(name)) STORED);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column loud is a virtual generated column instead of a stored generated
-- column.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, loud TEXT AS (upper(name)));
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
