-- A unique constraint gets another column.
-- rebuilt: item
-- ==== before
CREATE TABLE item (a, b, c, UNIQUE (a, b));
-- ==== after
CREATE TABLE item (a, b, c, UNIQUE (a, b, c));
-- ==== up
-- Table item is rebuilt: constraint `UNIQUE (a, b)` is dropped; constraint `UNIQUE (a, b, c)` is
-- added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (a, b, c, UNIQUE (a, b, c));
INSERT INTO item_new (rowid, a, b, c)
SELECT rowid, a, b, c FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: constraint `UNIQUE (a, b, c)` is dropped; constraint `UNIQUE (a, b)` is
-- added.
-- hazard constraint: table item: two rows alike in (a, b) make the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (a, b, c, UNIQUE (a, b));
INSERT INTO item_new (rowid, a, b, c)
SELECT rowid, a, b, c FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
