-- A trigger is dropped.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
-- ==== up
DROP TRIGGER item_named;
-- ==== down
CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
