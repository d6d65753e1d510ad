-- A column with a constant default is added by ALTER.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, level INTEGER NOT NULL DEFAULT 3);
-- ==== up
ALTER TABLE item ADD COLUMN level INTEGER NOT NULL DEFAULT 3;
-- ==== down
-- hazard values-lost: column item.level: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN level;
