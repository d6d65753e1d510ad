-- A column is dropped, and a trigger changes.
-- rebuilt: none
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    gone TEXT
);
CREATE TRIGGER named AFTER UPDATE OF name ON item BEGIN SELECT 1; END;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== up
DROP TRIGGER named;

-- hazard values-lost: column item.gone: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN gone;

CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== down
DROP TRIGGER named;

ALTER TABLE item ADD COLUMN gone TEXT;

CREATE TRIGGER named AFTER UPDATE OF name ON item BEGIN SELECT 1; END;
