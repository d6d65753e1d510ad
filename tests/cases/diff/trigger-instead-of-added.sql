-- A view can be written.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW names AS SELECT name FROM item;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW names AS SELECT name FROM item;
CREATE TRIGGER names_in INSTEAD OF INSERT ON names BEGIN INSERT INTO item (name) VALUES (new.name); END;
-- ==== up
CREATE TRIGGER names_in INSTEAD OF INSERT ON names BEGIN INSERT INTO item (name) VALUES (new.name); END;
-- ==== down
DROP TRIGGER names_in;
