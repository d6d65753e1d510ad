-- Neutral values fit the types of a strict table.
-- rebuilt: item
-- ==== before
CREATE TABLE item (a BLOB, b REAL NOT NULL, PRIMARY KEY (a, b)) STRICT;
-- ==== after
CREATE TABLE item (b REAL NOT NULL, PRIMARY KEY (b)) STRICT;
-- ==== up
-- Table item is rebuilt: column a is dropped; the primary key is (b) instead of (a, b).
-- hazard values-lost: column item.a: its values are lost
-- hazard constraint: table item: two rows alike in (b) make the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (b REAL NOT NULL, PRIMARY KEY (b)) STRICT;
INSERT INTO item_new (rowid, b)
SELECT rowid, b FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column a is added; the primary key is (a, b) instead of (b).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (a BLOB, b REAL NOT NULL, PRIMARY KEY (a, b)) STRICT;
INSERT INTO item_new (rowid, a, b)
SELECT rowid, CAST(rowid AS BLOB), b FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
