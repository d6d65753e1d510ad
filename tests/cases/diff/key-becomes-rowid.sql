-- A key that was none becomes the rowid.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INT PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== up
-- Table item is rebuilt: column id has type INTEGER instead of INT.
-- hazard constraint: column item.id: NULL becomes a number that SQLite chooses; a value that is no
-- whole number makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column id has type INT instead of INTEGER.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INT PRIMARY KEY, name TEXT);
INSERT INTO item_new (rowid, id, name)
SELECT id, id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
