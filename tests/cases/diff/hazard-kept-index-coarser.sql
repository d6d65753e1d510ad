-- A unique index stays, over a column whose collation takes more for equal; back, nothing can break.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT);
CREATE UNIQUE INDEX ix ON item (code);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT COLLATE NOCASE);
CREATE UNIQUE INDEX ix ON item (code);
-- ==== up
-- Table item is rebuilt: column code is `code TEXT COLLATE NOCASE` instead of `code TEXT`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, code TEXT COLLATE NOCASE);
INSERT INTO item_new (id, code)
SELECT id, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- hazard constraint: index ix: two rows alike in (code) make the migration fail
CREATE UNIQUE INDEX ix ON item (code);
-- ==== down
-- Table item is rebuilt: column code is `code TEXT` instead of `code TEXT COLLATE NOCASE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, code TEXT);
INSERT INTO item_new (id, code)
SELECT id, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
CREATE UNIQUE INDEX ix ON item (code);
