-- A new key takes the rowid though a column has its name.
-- rebuilt: item
-- ==== before
CREATE TABLE item (rowid TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, rowid TEXT);
-- ==== up
-- Table item is rebuilt: column id is added; it has the primary key (id).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, rowid TEXT);
INSERT INTO item_new (id, rowid)
SELECT _rowid_, rowid FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column id is dropped; it has no primary key instead of (id).
-- hazard values-lost: column item.id: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (rowid TEXT);
INSERT INTO item_new (_rowid_, rowid)
SELECT id, rowid FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
