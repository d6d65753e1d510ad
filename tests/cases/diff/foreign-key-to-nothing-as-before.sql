-- What referred to nothing before may go on so.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, maker INTEGER REFERENCES maker (id));
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, maker INTEGER REFERENCES maker (id), note TEXT);
-- ==== up
ALTER TABLE item ADD COLUMN note TEXT;
-- ==== down
-- hazard values-lost: column item.note: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN note;
