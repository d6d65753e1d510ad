-- A view is dropped.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW due AS SELECT name FROM item;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
-- ==== up
DROP VIEW due;
-- ==== down
CREATE VIEW due AS SELECT name FROM item;
