-- A unique index over what is computed from what does not change stays sound.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, low TEXT AS (lower(name)), n INTEGER DEFAULT 1);
CREATE UNIQUE INDEX ix ON item (low);
CREATE UNIQUE INDEX iy ON item (lower(name)) WHERE n > 0;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, low TEXT AS (lower(name)), n INTEGER DEFAULT 2);
CREATE UNIQUE INDEX ix ON item (low);
CREATE UNIQUE INDEX iy ON item (lower(name)) WHERE n > 0;
-- ==== up
-- Table item is rebuilt: column n has default 2 instead of 1.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, low TEXT AS (lower(name)), n INTEGER DEFAULT 2);
INSERT INTO item_new (id, name, n)
SELECT id, name, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
CREATE UNIQUE INDEX ix ON item (low);
CREATE UNIQUE INDEX iy ON item (lower(name)) WHERE n > 0;
-- ==== down
-- Table item is rebuilt: column n has default 1 instead of 2.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, low TEXT AS (lower(name)), n INTEGER DEFAULT 1);
INSERT INTO item_new (id, name, n)
SELECT id, name, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
CREATE UNIQUE INDEX ix ON item (low);
CREATE UNIQUE INDEX iy ON item (lower(name)) WHERE n > 0;
