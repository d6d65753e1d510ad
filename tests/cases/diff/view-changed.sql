-- A view is changed.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW due AS SELECT name FROM item;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW due AS SELECT name, at FROM item;
-- ==== up
DROP VIEW due;

CREATE VIEW due AS SELECT name, at FROM item;
-- ==== down
DROP VIEW due;

CREATE VIEW due AS SELECT name FROM item;
