-- A view is added.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
-- What is due.
CREATE VIEW due AS
    SELECT name FROM item -- by name
    WHERE at < '2026';
-- ==== up
-- What is due.
CREATE VIEW due AS
    SELECT name FROM item -- by name
    WHERE at < '2026';
-- ==== down
DROP VIEW due;
