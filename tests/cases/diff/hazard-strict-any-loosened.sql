-- ANY takes all as it is in a strict table, and converts in another.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, v ANY) STRICT;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, v ANY);
-- ==== up
-- Table item is rebuilt: it is not STRICT.
-- hazard values-changed: column item.v: text that looks like a number becomes one
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, v ANY);
INSERT INTO item_new (id, v)
SELECT id, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: it is STRICT.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, v ANY) STRICT;
INSERT INTO item_new (id, v)
SELECT id, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
