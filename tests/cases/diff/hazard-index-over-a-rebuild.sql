-- A table is rebuilt, and its index becomes unique: rows that are alike would break it.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT);
CREATE INDEX ix ON item (code);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT);
CREATE UNIQUE INDEX ix ON item (code);
-- ==== up
-- Table item is rebuilt: column id is `id INTEGER PRIMARY KEY AUTOINCREMENT` instead of
-- `id INTEGER PRIMARY KEY`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT);
INSERT INTO item_new (id, code)
SELECT id, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- hazard constraint: index ix: two rows alike in (code) make the migration fail
CREATE UNIQUE INDEX ix ON item (code);
-- ==== down
-- Table item is rebuilt: column id is `id INTEGER PRIMARY KEY` instead of
-- `id INTEGER PRIMARY KEY AUTOINCREMENT`.
-- hazard values-lost: table item: the counter of AUTOINCREMENT is lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, code TEXT);
INSERT INTO item_new (id, code)
SELECT id, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
CREATE INDEX ix ON item (code);
