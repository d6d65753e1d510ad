-- So it does if it has a default.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, loud TEXT AS (upper(name)));
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, loud TEXT DEFAULT 'x');
-- ==== up
-- Table item is rebuilt: column loud has default 'x' instead of none; column loud is a plain column
-- instead of a virtual generated column.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, loud TEXT DEFAULT 'x');
INSERT INTO item_new (id, name, loud)
SELECT id, name, loud FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column loud has no default instead of 'x'; column loud is a virtual generated
-- column instead of a plain column.
-- hazard values-lost: column item.loud: its values are computed from now on
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, loud TEXT AS (upper(name)));
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
