-- A column is added, and a virtual column is added.
-- rebuilt: none
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    note TEXT,
    loud TEXT AS (upper(name))
);
-- ==== up
ALTER TABLE item ADD COLUMN note TEXT;
ALTER TABLE item ADD COLUMN loud TEXT AS (upper(name));
-- ==== down
-- hazard values-lost: column item.note: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN note;
ALTER TABLE item DROP COLUMN loud;
