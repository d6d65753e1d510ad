-- ANY takes everything as it is.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, n TEXT) STRICT;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, n ANY) STRICT;
-- ==== up
-- Table item is rebuilt: column n has type ANY instead of TEXT.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, n ANY) STRICT;
INSERT INTO item_new (id, n)
SELECT id, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column n has type TEXT instead of ANY.
-- hazard values-changed: column item.n: numbers become text
-- hazard constraint: column item.n: a value that cannot be converted to TEXT makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, n TEXT) STRICT;
INSERT INTO item_new (id, n)
SELECT id, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
