-- Nor in that of ALTER.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
CREATE VIEW broken AS SELECT absent FROM elsewhere;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW broken AS SELECT absent FROM elsewhere;
