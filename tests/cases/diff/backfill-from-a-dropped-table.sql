-- A backfill reads a table that goes.
-- rebuilt: item
-- made up: item.cents
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY);
CREATE TABLE price (item INTEGER, cents INTEGER);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    cents INTEGER NOT NULL -- @backfill coalesce((SELECT max(cents) FROM price WHERE price.item = item.id), 0)
);
-- ==== up
-- Table item is rebuilt: column cents is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    cents INTEGER NOT NULL
);
INSERT INTO item_new (id, cents)
SELECT id, coalesce((SELECT max(cents) FROM price WHERE price.item = item.id), 0) FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

-- hazard rows-lost: table price: its rows are lost
DROP TABLE price;
-- ==== down
-- hazard values-lost: column item.cents: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN cents;

CREATE TABLE price (item INTEGER, cents INTEGER);
