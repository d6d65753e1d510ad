-- A reference goes with its column.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY);
CREATE TABLE part (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id), name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY);
CREATE TABLE part (id INTEGER PRIMARY KEY, name TEXT);
-- ==== up
-- hazard values-lost: column part.item: its values are lost
-- hazard table-rewritten: table part: all its rows are written anew
ALTER TABLE part DROP COLUMN item;
-- ==== down
-- Table part is rebuilt: column item is added.
-- hazard table-rewritten: table part: all its rows are written anew
CREATE TABLE part_new (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id), name TEXT);
INSERT INTO part_new (id, name)
SELECT id, name FROM part;
DROP TABLE part;
ALTER TABLE part_new RENAME TO part;
