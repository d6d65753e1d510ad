-- The trigger of a changed view comes back.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW names AS SELECT name FROM item;
CREATE TRIGGER names_in INSTEAD OF INSERT ON names BEGIN INSERT INTO item (name) VALUES (new.name); END;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW names AS SELECT name, at FROM item;
CREATE TRIGGER names_in INSTEAD OF INSERT ON names BEGIN INSERT INTO item (name) VALUES (new.name); END;
-- ==== up
-- Trigger names_in is only out of the way of what follows; created again below.
DROP TRIGGER names_in;
DROP VIEW names;

CREATE VIEW names AS SELECT name, at FROM item;

CREATE TRIGGER names_in INSTEAD OF INSERT ON names BEGIN INSERT INTO item (name) VALUES (new.name); END;
-- ==== down
-- Trigger names_in is only out of the way of what follows; created again below.
DROP TRIGGER names_in;
DROP VIEW names;

CREATE VIEW names AS SELECT name FROM item;

CREATE TRIGGER names_in INSTEAD OF INSERT ON names BEGIN INSERT INTO item (name) VALUES (new.name); END;
