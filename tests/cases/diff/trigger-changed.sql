-- A trigger is changed.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE TRIGGER item_named AFTER INSERT ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
-- ==== up
DROP TRIGGER item_named;

CREATE TRIGGER item_named AFTER INSERT ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
-- ==== down
DROP TRIGGER item_named;

CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
