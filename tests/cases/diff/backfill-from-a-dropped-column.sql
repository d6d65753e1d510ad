-- A backfill reads what is dropped afterwards.
-- rebuilt: item
-- made up: item.name
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, first TEXT, last TEXT);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL -- @backfill coalesce(first, '') || ' ' || coalesce(last, '')
);
-- ==== up
-- Table item is rebuilt: column first is dropped; column last is dropped; column name is added.
-- hazard values-lost: column item.first: its values are lost
-- hazard values-lost: column item.last: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL
);
INSERT INTO item_new (id, name)
SELECT id, coalesce(first, '') || ' ' || coalesce(last, '') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item ADD COLUMN first TEXT;
ALTER TABLE item ADD COLUMN last TEXT;
-- hazard values-lost: column item.name: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN name;
