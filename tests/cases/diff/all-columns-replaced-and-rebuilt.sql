-- Nothing in common, not even the kind of table.
-- rebuilt: item
-- ==== before
CREATE TABLE item (a INTEGER, b TEXT);
-- ==== after
CREATE TABLE item (c TEXT, d INTEGER DEFAULT 4) STRICT;
-- ==== up
-- Table item is rebuilt: it is STRICT; column a is dropped; column b is dropped; column c is added;
-- column d is added.
-- hazard values-lost: column item.a: its values are lost
-- hazard values-lost: column item.b: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (c TEXT, d INTEGER DEFAULT 4) STRICT;
INSERT INTO item_new (rowid)
SELECT rowid FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: it is not STRICT; column c is dropped; column d is dropped; column a is
-- added; column b is added.
-- hazard values-lost: column item.c: its values are lost
-- hazard values-lost: column item.d: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (a INTEGER, b TEXT);
INSERT INTO item_new (rowid)
SELECT rowid FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
