-- What is unique by fewer columns is so by more, whatever the order.
-- rebuilt: item
-- ==== before
CREATE TABLE item (name TEXT PRIMARY KEY, id INTEGER);
-- ==== after
CREATE TABLE item (name TEXT, id INTEGER, PRIMARY KEY (id, name));
-- ==== up
-- Table item is rebuilt: column name is `name TEXT` instead of `name TEXT PRIMARY KEY`; the primary
-- key is (id, name) instead of (name).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (name TEXT, id INTEGER, PRIMARY KEY (id, name));
INSERT INTO item_new (rowid, name, id)
SELECT rowid, name, id FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column name is `name TEXT PRIMARY KEY` instead of `name TEXT`; the primary
-- key is (name) instead of (id, name).
-- hazard constraint: table item: two rows alike in (name) make the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (name TEXT PRIMARY KEY, id INTEGER);
INSERT INTO item_new (rowid, name, id)
SELECT rowid, name, id FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
