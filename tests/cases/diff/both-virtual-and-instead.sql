-- A virtual column is added, and a view with a trigger stays.
-- rebuilt: none
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE VIEW shown AS SELECT id, name FROM item;
CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    loud TEXT AS (upper(name))
);
CREATE VIEW shown AS SELECT id, name FROM item;
CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
-- ==== up
ALTER TABLE item ADD COLUMN loud TEXT AS (upper(name));
-- ==== down
ALTER TABLE item DROP COLUMN loud;
