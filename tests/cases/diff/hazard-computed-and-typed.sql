-- What is computed has to be of the new type, and not NULL.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, low ANY AS (lower(name)) STORED) STRICT;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, low INTEGER NOT NULL AS (lower(name)) STORED) STRICT;
-- ==== up
-- Table item is rebuilt: column low has type INTEGER instead of ANY; column low is NOT NULL.
-- hazard constraint: column item.low: a row for which it is NULL makes the migration fail
-- hazard constraint: column item.low: a row for which it is no INTEGER makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, low INTEGER NOT NULL AS (lower(name)) STORED) STRICT;
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column low has type ANY instead of INTEGER; column low may be NULL.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, low ANY AS (lower(name)) STORED) STRICT;
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
