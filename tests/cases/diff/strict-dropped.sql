-- Types are enforced no more.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER, t TEXT) STRICT;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER, t TEXT);
-- ==== up
-- Table item is rebuilt: it is not STRICT.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, n INTEGER, t TEXT);
INSERT INTO item_new (id, n, t)
SELECT id, n, t FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: it is STRICT.
-- hazard constraint: column item.n: a value that is no INTEGER makes the migration fail
-- hazard constraint: column item.t: a value that is no TEXT makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, n INTEGER, t TEXT) STRICT;
INSERT INTO item_new (id, n, t)
SELECT id, n, t FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
