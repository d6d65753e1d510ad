-- A check that the default passes is added by ALTER.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, size INTEGER DEFAULT 0 CHECK (size >= 0));
-- ==== up
ALTER TABLE item ADD COLUMN size INTEGER DEFAULT 0 CHECK (size >= 0);
-- ==== down
-- hazard values-lost: column item.size: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN size;
