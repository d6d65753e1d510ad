-- A hint says what it is.
-- rebuilt: item
-- made up: item.level
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER NOT NULL -- @backfill length(coalesce(name, ''))
);
-- ==== up
-- Table item is rebuilt: column level is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER NOT NULL
);
INSERT INTO item_new (id, name, level)
SELECT id, name, length(coalesce(name, '')) FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- hazard values-lost: column item.level: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN level;
