-- A column that may be NULL is added, then filled.
-- rebuilt: none
-- made up: item.loud
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    -- @backfill upper(name)
    loud TEXT -- for headings
);
-- ==== up
-- for headings
ALTER TABLE item ADD COLUMN loud TEXT;
-- hazard table-rewritten: table item: all its rows are written anew
UPDATE item SET loud = upper(name);
-- ==== down
-- hazard values-lost: column item.loud: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN loud;
