-- The actions of a reference change, and a trigger changes.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    maker INTEGER REFERENCES maker (id)
);
CREATE TABLE maker (id INTEGER PRIMARY KEY);
CREATE TRIGGER named AFTER UPDATE OF name ON item BEGIN SELECT 1; END;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    maker INTEGER REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE maker (id INTEGER PRIMARY KEY);
CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== up
DROP TRIGGER named;

-- Table item is rebuilt: column maker is
-- `… REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED` instead of
-- `maker INTEGER REFERENCES maker (id)`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    maker INTEGER REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO item_new (id, name, maker)
SELECT id, name, maker FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== down
DROP TRIGGER named;

-- Table item is rebuilt: column maker is `maker INTEGER REFERENCES maker (id)` instead of
-- `… REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    maker INTEGER REFERENCES maker (id)
);
INSERT INTO item_new (id, name, maker)
SELECT id, name, maker FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE TRIGGER named AFTER UPDATE OF name ON item BEGIN SELECT 1; END;
