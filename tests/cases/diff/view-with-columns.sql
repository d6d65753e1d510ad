-- The names of a view's columns change.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW due (a) AS SELECT name FROM item;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW due (b) AS SELECT name FROM item;
-- ==== up
DROP VIEW due;

CREATE VIEW due (b) AS SELECT name FROM item;
-- ==== down
DROP VIEW due;

CREATE VIEW due (a) AS SELECT name FROM item;
