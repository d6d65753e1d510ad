-- A plain column becomes computed, and its values are lost.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, loud TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, loud TEXT AS (upper(name)));
-- ==== up
-- Table item is rebuilt: column loud is a virtual generated column instead of a plain column.
-- hazard values-lost: column item.loud: its values are computed from now on
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, loud TEXT AS (upper(name)));
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column loud is a plain column instead of a virtual generated column.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, loud TEXT);
INSERT INTO item_new (id, name, loud)
SELECT id, name, loud FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
