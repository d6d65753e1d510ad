-- A reference that may be NULL is added by ALTER.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, owner INTEGER REFERENCES item (id));
-- ==== up
ALTER TABLE item ADD COLUMN owner INTEGER REFERENCES item (id);
-- ==== down
-- hazard values-lost: column item.owner: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN owner;
