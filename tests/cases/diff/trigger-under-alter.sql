-- A trigger does not stand in the way of ALTER.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT, note TEXT);
CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
-- ==== up
ALTER TABLE item ADD COLUMN note TEXT;
-- ==== down
-- hazard values-lost: column item.note: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN note;
