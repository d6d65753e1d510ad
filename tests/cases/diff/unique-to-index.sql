-- A constraint becomes an index.
-- rebuilt: item
-- ==== before
CREATE TABLE item (a TEXT UNIQUE, b);
-- ==== after
CREATE TABLE item (a TEXT, b);
CREATE UNIQUE INDEX ix_a ON item (a);
-- ==== up
-- Table item is rebuilt: column a is `a TEXT` instead of `a TEXT UNIQUE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (a TEXT, b);
INSERT INTO item_new (rowid, a, b)
SELECT rowid, a, b FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
CREATE UNIQUE INDEX ix_a ON item (a);
-- ==== down
-- Table item is rebuilt: column a is `a TEXT UNIQUE` instead of `a TEXT`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (a TEXT UNIQUE, b);
INSERT INTO item_new (rowid, a, b)
SELECT rowid, a, b FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
