-- A column of a strict table is added by ALTER.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER) STRICT;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER, t ANY) STRICT;
-- ==== up
ALTER TABLE item ADD COLUMN t ANY;
-- ==== down
-- hazard values-lost: column item.t: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN t;
