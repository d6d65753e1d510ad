-- A type that changes in a strict table converts what it can, and refuses the rest.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, size TEXT) STRICT;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, size INTEGER) STRICT;
-- ==== up
-- Table item is rebuilt: column size has type INTEGER instead of TEXT.
-- hazard values-changed: column item.size: text that looks like a number becomes one
-- hazard constraint: column item.size: a value that cannot be converted to INTEGER makes the migration
-- fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, size INTEGER) STRICT;
INSERT INTO item_new (id, size)
SELECT id, size FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column size has type TEXT instead of INTEGER.
-- hazard values-changed: column item.size: numbers become text
-- hazard constraint: column item.size: a value that cannot be converted to TEXT makes the migration
-- fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, size TEXT) STRICT;
INSERT INTO item_new (id, size)
SELECT id, size FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
