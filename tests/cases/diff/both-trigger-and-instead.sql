-- A trigger changes, and a view with a trigger stays.
-- rebuilt: none
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE TRIGGER named AFTER UPDATE OF name ON item BEGIN SELECT 1; END;
CREATE VIEW shown AS SELECT id, name FROM item;
CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
CREATE VIEW shown AS SELECT id, name FROM item;
CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
-- ==== up
DROP TRIGGER named;

CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== down
DROP TRIGGER named;

CREATE TRIGGER named AFTER UPDATE OF name ON item BEGIN SELECT 1; END;
