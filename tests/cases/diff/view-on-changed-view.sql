-- A view on a changed view stays as it is.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW due AS SELECT name FROM item;
CREATE VIEW late AS SELECT * FROM due;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW due AS SELECT name, at FROM item;
CREATE VIEW late AS SELECT * FROM due;
-- ==== up
-- View late is only out of the way of what follows; created again below.
DROP VIEW late;
DROP VIEW due;

CREATE VIEW due AS SELECT name, at FROM item;

CREATE VIEW late AS SELECT * FROM due;
-- ==== down
-- View late is only out of the way of what follows; created again below.
DROP VIEW late;
DROP VIEW due;

CREATE VIEW due AS SELECT name FROM item;

CREATE VIEW late AS SELECT * FROM due;
