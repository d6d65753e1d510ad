-- Taking back a dropped NOT NULL column makes up neutral values.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, note TEXT NOT NULL);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== up
-- hazard values-lost: column item.note: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN note;
-- ==== down
-- Table item is rebuilt: column note is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, note TEXT NOT NULL);
INSERT INTO item_new (id, name, note)
SELECT id, name, '' FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
