-- The counter is carried over a rebuild.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT COLLATE NOCASE);
-- ==== up
-- Table item is rebuilt: column name is `name TEXT COLLATE NOCASE` instead of `name TEXT`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT COLLATE NOCASE);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DELETE FROM sqlite_sequence WHERE name = 'item_new';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'item_new', seq FROM sqlite_sequence WHERE name = 'item';
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column name is `name TEXT` instead of `name TEXT COLLATE NOCASE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DELETE FROM sqlite_sequence WHERE name = 'item_new';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'item_new', seq FROM sqlite_sequence WHERE name = 'item';
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
