-- A constraint gets a name.
-- rebuilt: item
-- ==== before
CREATE TABLE item (a, b, UNIQUE (a, b));
-- ==== after
CREATE TABLE item (a, b, CONSTRAINT both UNIQUE (a, b));
-- ==== up
-- Table item is rebuilt: constraint `UNIQUE (a, b)` is dropped; `CONSTRAINT both UNIQUE (a, b)` is
-- added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (a, b, CONSTRAINT both UNIQUE (a, b));
INSERT INTO item_new (rowid, a, b)
SELECT rowid, a, b FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: `CONSTRAINT both UNIQUE (a, b)` is dropped; constraint `UNIQUE (a, b)` is
-- added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (a, b, UNIQUE (a, b));
INSERT INTO item_new (rowid, a, b)
SELECT rowid, a, b FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
