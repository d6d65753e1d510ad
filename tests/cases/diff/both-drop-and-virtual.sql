-- A column is dropped, and a virtual column is added.
-- rebuilt: none
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    gone TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    loud TEXT AS (upper(name))
);
-- ==== up
ALTER TABLE item ADD COLUMN loud TEXT AS (upper(name));
-- hazard values-lost: column item.gone: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN gone;
-- ==== down
ALTER TABLE item ADD COLUMN gone TEXT;
ALTER TABLE item DROP COLUMN loud;
