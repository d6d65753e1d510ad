-- A trigger changes with the column that it spoke of.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET name = trim(new.name) WHERE id = new.id;
END;
-- ==== up
DROP TRIGGER item_named;

-- hazard values-lost: column item.at: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN at;

CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET name = trim(new.name) WHERE id = new.id;
END;
-- ==== down
DROP TRIGGER item_named;

ALTER TABLE item ADD COLUMN at TEXT;

CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
