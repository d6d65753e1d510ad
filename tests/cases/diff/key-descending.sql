-- A key turns round.
-- rebuilt: item
-- ==== before
CREATE TABLE item (code TEXT, v, PRIMARY KEY (code));
-- ==== after
CREATE TABLE item (code TEXT, v, PRIMARY KEY (code DESC));
-- ==== up
-- Table item is rebuilt: constraint `PRIMARY KEY (code)` is dropped; constraint
-- `PRIMARY KEY (code DESC)` is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (code TEXT, v, PRIMARY KEY (code DESC));
INSERT INTO item_new (rowid, code, v)
SELECT rowid, code, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: constraint `PRIMARY KEY (code DESC)` is dropped; constraint
-- `PRIMARY KEY (code)` is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (code TEXT, v, PRIMARY KEY (code));
INSERT INTO item_new (rowid, code, v)
SELECT rowid, code, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
