-- A view of what is not there does not stand in the way.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW broken AS SELECT absent FROM elsewhere;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name BLOB, at TEXT);
CREATE VIEW broken AS SELECT absent FROM elsewhere;
