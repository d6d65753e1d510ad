-- The order of constraints is part of the text.
-- rebuilt: item
-- ==== before
CREATE TABLE item (a, b, UNIQUE (a), CHECK (b > 0));
-- ==== after
CREATE TABLE item (a, b, CHECK (b > 0), UNIQUE (a));
-- ==== up
-- Table item is rebuilt: its constraints are in another order.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (a, b, CHECK (b > 0), UNIQUE (a));
INSERT INTO item_new (rowid, a, b)
SELECT rowid, a, b FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: its constraints are in another order.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (a, b, UNIQUE (a), CHECK (b > 0));
INSERT INTO item_new (rowid, a, b)
SELECT rowid, a, b FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
