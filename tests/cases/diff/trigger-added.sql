-- A trigger is added.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
-- Keeps the time.
CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
-- ==== up
-- Keeps the time.
CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
-- ==== down
DROP TRIGGER item_named;
