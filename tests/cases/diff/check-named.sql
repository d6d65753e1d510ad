-- A check is named.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v INTEGER CHECK (v > 0));
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v INTEGER CONSTRAINT positive CHECK (v > 0));
-- ==== up
-- Table item is rebuilt: column v is `v INTEGER CONSTRAINT positive CHECK (v > 0)` instead of
-- `v INTEGER CHECK (v > 0)`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v INTEGER CONSTRAINT positive CHECK (v > 0));
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column v is `v INTEGER CHECK (v > 0)` instead of
-- `v INTEGER CONSTRAINT positive CHECK (v > 0)`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v INTEGER CHECK (v > 0));
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
