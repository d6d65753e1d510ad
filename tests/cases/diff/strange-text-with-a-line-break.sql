-- A line break in what a comment quotes does not end the comment.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT DEFAULT 'x');
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT DEFAULT 'one
DROP TABLE item;--');
-- ==== up
-- Table item is rebuilt: column name has default 'one
-- DROP TABLE item;--' instead of 'x'.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT DEFAULT 'one
DROP TABLE item;--');
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column name has default 'x' instead of 'one
-- DROP TABLE item;--'.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT DEFAULT 'x');
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
